/** Correcting what was recorded wrongly (đính chính). */
@NullMarked
package vn.tthc.intake.correction;

import org.jspecify.annotations.NullMarked;
