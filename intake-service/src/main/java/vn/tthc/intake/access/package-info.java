/** What may be done and seen in intake, and by which roles. */
@NullMarked
package vn.tthc.intake.access;

import org.jspecify.annotations.NullMarked;
