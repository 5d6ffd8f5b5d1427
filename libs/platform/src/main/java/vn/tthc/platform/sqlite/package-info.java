/** One SQLite file per service: one writer with group commit, readers beside it. */
@NullMarked
package vn.tthc.platform.sqlite;

import org.jspecify.annotations.NullMarked;
