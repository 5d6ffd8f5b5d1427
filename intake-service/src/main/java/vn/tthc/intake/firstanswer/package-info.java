/** The first answer to a dossier filed online, and the alarm when it does not come. */
@NullMarked
package vn.tthc.intake.firstanswer;

import org.jspecify.annotations.NullMarked;
