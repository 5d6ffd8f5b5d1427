/** Where the post is. */
@NullMarked
package vn.tthc.postal.points;

import org.jspecify.annotations.NullMarked;
