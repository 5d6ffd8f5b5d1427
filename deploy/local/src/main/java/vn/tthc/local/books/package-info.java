/** Balancing the books of a running system, building views anew, and what waits for a person. */
@NullMarked
package vn.tthc.local.books;

import org.jspecify.annotations.NullMarked;
