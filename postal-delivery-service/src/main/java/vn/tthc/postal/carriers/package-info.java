/** The carriers that fetch and deliver items: what the system asks of one, how their codes are read, how they are known. */
@NullMarked
package vn.tthc.postal.carriers;

import org.jspecify.annotations.NullMarked;
