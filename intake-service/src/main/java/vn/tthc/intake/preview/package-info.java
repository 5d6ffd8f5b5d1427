/** Trying out a due date without a dossier. */
@NullMarked
package vn.tthc.intake.preview;

import org.jspecify.annotations.NullMarked;
