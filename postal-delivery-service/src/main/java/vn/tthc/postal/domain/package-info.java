/** The rules of the post: what the scans of an item mean, whatever the order in which they arrive. Pure. */
@NullMarked
package vn.tthc.postal.domain;

import org.jspecify.annotations.NullMarked;
