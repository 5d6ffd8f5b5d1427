/** The clock of a dossier: by what it is ruled, stopping it, letting it run, and why its due date is what it is. */
@NullMarked
package vn.tthc.intake.clock;

import org.jspecify.annotations.NullMarked;
