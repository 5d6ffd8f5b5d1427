/** Balancing the books: log against itself, topics against the log, views against the topics. */
@NullMarked
package vn.tthc.platform.verify;

import org.jspecify.annotations.NullMarked;
