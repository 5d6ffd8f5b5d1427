/** The law of the dossier as pure functions: clock, calendars, codes, identifiers and status tables. Sees java.* only. */
@NullMarked
package vn.tthc.law;

import org.jspecify.annotations.NullMarked;
