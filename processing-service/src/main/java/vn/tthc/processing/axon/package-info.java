/** The aggregate as Axon sees it: it asks the domain and nothing else. */
@NullMarked
package vn.tthc.processing.axon;

import org.jspecify.annotations.NullMarked;
