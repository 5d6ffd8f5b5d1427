/** The event log on SQLite, the embedded default. */
@NullMarked
package vn.tthc.platform.log.sqlite;

import org.jspecify.annotations.NullMarked;
