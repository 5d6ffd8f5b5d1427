/** How fast the running system is, beside what the machine could do at best: open arrival, medians, ratios. */
@NullMarked
package vn.tthc.bench;

import org.jspecify.annotations.NullMarked;
