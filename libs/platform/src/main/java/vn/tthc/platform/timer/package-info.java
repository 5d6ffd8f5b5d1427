/** Moments at which a stream is to be woken: documents that follow from its events, and the command that wakes it. */
@NullMarked
package vn.tthc.platform.timer;

import org.jspecify.annotations.NullMarked;
