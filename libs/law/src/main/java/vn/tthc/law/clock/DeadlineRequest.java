package vn.tthc.law.clock;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.law.Channel;
import vn.tthc.law.Term;

/**
 * Everything a due date depends on, besides the calendar. The term is the one that holds for this dossier: a longer term
 * for a channel or a mountainous area is chosen before.
 *
 * @param receivedAt when the dossier was received; its seconds and fractions are kept
 * @param term the legal term
 * @param channel how the dossier came in
 * @param pauses the pauses so far, in any order; overlaps are not counted twice
 * @param sameDayCutOff the hour after which a same-day procedure is due on the next working day (usually 15:00), null
 *     when the procedure has no such rule. It matters only when the term can be met on the day itself: exactly 1
 *     {@link vn.tthc.law.TermUnit#WORKING_DAY} or at most 8 {@link vn.tthc.law.TermUnit#HOUR}; with any other term it is
 *     ignored.
 */
public record DeadlineRequest(
        Instant receivedAt,
        Term term,
        Channel channel,
        List<Pause> pauses,
        @Nullable LocalTime sameDayCutOff) {
    private static final int HOURS_PER_WORKING_DAY = 8;

    public DeadlineRequest {
        pauses = List.copyOf(pauses);
    }

    /** Whether the same-day rule decides this due date. */
    public boolean sameDay() {
        return sameDayCutOff != null
                && switch (term.unit()) {
                    case HOUR -> term.amount() <= HOURS_PER_WORKING_DAY;
                    case WORKING_DAY -> term.amount() == 1;
                    case DAY, MONTH -> false;
                };
    }
}
