/** What intake does when processing or the post tells it something. */
@NullMarked
package vn.tthc.intake.reaction;

import org.jspecify.annotations.NullMarked;
