/** The official forms that follow from a dossier's own events. */
@NullMarked
package vn.tthc.intake.forms;

import org.jspecify.annotations.NullMarked;
