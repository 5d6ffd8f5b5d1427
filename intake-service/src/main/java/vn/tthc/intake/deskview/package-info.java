/** A dossier as the desk sees it. */
@NullMarked
package vn.tthc.intake.deskview;

import org.jspecify.annotations.NullMarked;
