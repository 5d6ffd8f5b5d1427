/** Figures of the views, once they have everything. */
@NullMarked
package vn.tthc.local.statistics;

import org.jspecify.annotations.NullMarked;
