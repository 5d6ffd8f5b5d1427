/** Whether a text is an item identifier, for anybody who types one. */
@NullMarked
package vn.tthc.postal.identifier;

import org.jspecify.annotations.NullMarked;
