/** Filing a dossier (nộp hồ sơ). */
@NullMarked
package vn.tthc.intake.submission;

import org.jspecify.annotations.NullMarked;
