package vn.tthc.query.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some dossiers of a list, newest first. What the caller may not see is not in the list, so that a page that has a next
 * one is full.
 *
 * @param next where the next page starts, for {@code after}; null when this is the last
 * @param asOf everything recorded before this moment is in here; null while a source has not said yet
 */
record DossierList(
        List<DossierAnswer> dossiers,
        @Nullable String next,
        @Nullable Instant asOf) {}
