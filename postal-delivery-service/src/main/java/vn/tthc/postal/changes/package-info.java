/** Changes of mind about an item: called back, split up, sent elsewhere. */
@NullMarked
package vn.tthc.postal.changes;

import org.jspecify.annotations.NullMarked;
