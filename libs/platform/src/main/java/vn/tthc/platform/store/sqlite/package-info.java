/** The document store on SQLite. */
@NullMarked
package vn.tthc.platform.store.sqlite;

import org.jspecify.annotations.NullMarked;
