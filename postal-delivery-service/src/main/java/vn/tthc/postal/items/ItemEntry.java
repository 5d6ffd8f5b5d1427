package vn.tthc.postal.items;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.postal.domain.Work;

/**
 * An item as lists show it; nothing personal stands here.
 *
 * @param identifier what is printed on it
 * @param unit unit it goes to
 * @param office delivery office there
 * @param work what is to be done with it; null when nothing is
 * @param at postal point where that is to be done
 * @param route mail route on which it goes next, null for none
 * @param since since when that is to be done
 * @param returnFrom from when what cannot be delivered goes back
 * @param accepted day the post had it first
 * @param reached day it was first at its delivery office
 */
public record ItemEntry(
        String itemId,
        String identifier,
        String dossierCode,
        Purpose purpose,
        String fromAgency,
        @Nullable String unit,
        @Nullable String office,
        Work.@Nullable Kind work,
        @Nullable String at,
        @Nullable String route,
        Instant since,
        @Nullable Instant returnFrom,
        @Nullable LocalDate accepted,
        @Nullable LocalDate reached) {

    /** Which of the counted days of which commune it belongs to; null when it is not counted. */
    @JsonIgnore
    @Nullable
    String communeDay() {
        return unit == null || accepted == null ? null : CommuneDay.id(unit, accepted);
    }
}
