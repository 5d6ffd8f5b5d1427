/** Who in an agency does the current step. */
@NullMarked
package vn.tthc.processing.assignment;

import org.jspecify.annotations.NullMarked;
