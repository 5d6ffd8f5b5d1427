/** Intake (tiếp nhận và trả kết quả): the legal facts of a dossier, and the catalogue they rest on. */
@NullMarked
package vn.tthc.intake;

import org.jspecify.annotations.NullMarked;
