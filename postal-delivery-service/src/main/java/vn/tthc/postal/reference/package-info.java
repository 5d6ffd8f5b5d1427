/** Postal points and the ranges of item identifiers they were given. */
@NullMarked
package vn.tthc.postal.reference;

import org.jspecify.annotations.NullMarked;
