/** Positions, held and parked records on SQLite, in the file that holds the views. */
@NullMarked
package vn.tthc.platform.consume.sqlite;

import org.jspecify.annotations.NullMarked;
