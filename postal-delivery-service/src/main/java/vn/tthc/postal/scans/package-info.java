/** The scans of the carriers. */
@NullMarked
package vn.tthc.postal.scans;

import org.jspecify.annotations.NullMarked;
