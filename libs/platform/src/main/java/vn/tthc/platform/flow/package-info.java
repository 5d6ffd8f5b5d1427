/** Draws the flow of a procedure or of a case. */
@NullMarked
package vn.tthc.platform.flow;

import org.jspecify.annotations.NullMarked;
