/** Withdrawing a dossier (rút hồ sơ). */
@NullMarked
package vn.tthc.intake.withdrawal;

import org.jspecify.annotations.NullMarked;
