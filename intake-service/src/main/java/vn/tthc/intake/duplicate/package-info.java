/** Saying that somebody has another dossier of the same procedure open (hồ sơ trùng). */
@NullMarked
package vn.tthc.intake.duplicate;

import org.jspecify.annotations.NullMarked;
