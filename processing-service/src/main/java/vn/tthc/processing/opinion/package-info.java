/** Opinions asked of other agencies. */
@NullMarked
package vn.tthc.processing.opinion;

import org.jspecify.annotations.NullMarked;
