/** Giving a dossier to the agency of its first step (giao). */
@NullMarked
package vn.tthc.intake.handover;

import org.jspecify.annotations.NullMarked;
