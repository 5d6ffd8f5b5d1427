/** What every feature at the desk needs of a dossier before it decides. */
@NullMarked
package vn.tthc.intake.dossier;

import org.jspecify.annotations.NullMarked;
