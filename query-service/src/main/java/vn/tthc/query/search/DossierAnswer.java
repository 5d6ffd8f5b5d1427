package vn.tthc.query.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Shown;

/**
 * A dossier as officials see it.
 *
 * @param applicant name, masked
 * @param parked whether a record of it could not be taken, so that this may be behind
 * @param positions how far each of its streams has been taken
 * @param asOf everything recorded before this moment is in here; null in a list, which says it once
 */
record DossierAnswer(
        String dossierId,
        @JsonUnwrapped Shown dossier,
        @Nullable String applicant,
        boolean parked,
        Map<String, Long> positions,
        @Nullable Instant asOf) {

    static DossierAnswer of(DossierView view, @Nullable String applicant, boolean parked, @Nullable Instant asOf) {
        return new DossierAnswer(view.id(), view.shown(), applicant, parked, view.positions(), asOf);
    }
}
