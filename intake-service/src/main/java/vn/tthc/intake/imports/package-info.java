/** Bringing in old dossiers with their own dates. */
@NullMarked
package vn.tthc.intake.imports;

import org.jspecify.annotations.NullMarked;
