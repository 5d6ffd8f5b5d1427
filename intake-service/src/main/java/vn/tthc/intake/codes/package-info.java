/** Giving out dossier codes (mã số hồ sơ), and setting some aside for offices that work on paper. */
@NullMarked
package vn.tthc.intake.codes;

import org.jspecify.annotations.NullMarked;
