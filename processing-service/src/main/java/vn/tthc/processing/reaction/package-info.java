/** What processing does when something happens elsewhere. */
@NullMarked
package vn.tthc.processing.reaction;

import org.jspecify.annotations.NullMarked;
