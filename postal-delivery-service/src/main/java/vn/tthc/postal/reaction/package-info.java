/** What the post does when something happens elsewhere. */
@NullMarked
package vn.tthc.postal.reaction;

import org.jspecify.annotations.NullMarked;
