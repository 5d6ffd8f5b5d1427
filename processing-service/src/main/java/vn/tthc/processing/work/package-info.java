/** The work of the steps. */
@NullMarked
package vn.tthc.processing.work;

import org.jspecify.annotations.NullMarked;
