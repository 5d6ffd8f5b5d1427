/** The flow of a case as a picture. */
@NullMarked
package vn.tthc.processing.flow;

import org.jspecify.annotations.NullMarked;
