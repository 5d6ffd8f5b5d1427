/** Figures, kept as counters that follow what each dossier contributes. */
@NullMarked
package vn.tthc.query.statistics;

import org.jspecify.annotations.NullMarked;
