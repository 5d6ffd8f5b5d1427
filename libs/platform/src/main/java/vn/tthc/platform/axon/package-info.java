/** The bridge between Axon Framework and the event log. */
@NullMarked
package vn.tthc.platform.axon;

import org.jspecify.annotations.NullMarked;
