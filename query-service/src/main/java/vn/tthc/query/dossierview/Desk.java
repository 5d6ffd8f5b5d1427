package vn.tthc.query.dossierview;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.cases.CaseEvent.Alarm;

/**
 * Whose desk the current step is on, and what of it is or will be late.
 *
 * @param officer the account that answers for the step, null while it is in the pool
 * @param late what was raised and still holds
 * @param dueAt the legal due date as the case knows it, null while the clock stands still or where there is none
 * @param promisedAt the date promised with an apology, null when none is
 */
public record Desk(
        @Nullable String officer,
        Set<Alarm> late,
        @Nullable Instant dueAt,
        @Nullable Instant promisedAt) {
    static final Desk EMPTY = new Desk(null, Set.of(), null, null);

    /** What is about the stay in one step, and over when the case moves on. */
    private static final Set<Alarm> OF_A_STAY = Collections.unmodifiableSet(
            EnumSet.of(Alarm.HAND_OVER_UNACKNOWLEDGED, Alarm.STEP_NEARING, Alarm.STEP_OVERDUE, Alarm.OPINION_OVERDUE));

    public Desk {
        // Always in the same order: a rebuilt view must have the same bytes.
        late = late.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(late));
    }

    Desk of(@Nullable String newOfficer) {
        return new Desk(newOfficer, late, dueAt, promisedAt);
    }

    /** Another step, or another agency: nobody in particular, and a new stay. */
    Desk moved() {
        return new Desk(null, without(OF_A_STAY), dueAt, promisedAt);
    }

    Desk raised(Alarm alarm) {
        EnumSet<Alarm> more = EnumSet.of(alarm);
        more.addAll(late);
        return new Desk(officer, more, dueAt, promisedAt);
    }

    /** Taken: nobody waits for that any more. */
    Desk taken() {
        return new Desk(officer, without(EnumSet.of(Alarm.HAND_OVER_UNACKNOWLEDGED)), dueAt, promisedAt);
    }

    /** The step is done: its own time does not matter any more. */
    Desk done() {
        return new Desk(officer, without(EnumSet.of(Alarm.STEP_NEARING, Alarm.STEP_OVERDUE)), dueAt, promisedAt);
    }

    Desk followed(CaseEvent.ClockFollowed event) {
        boolean same = event.dueAt() != null && event.dueAt().equals(dueAt);
        Set<Alarm> kept = same ? late : without(EnumSet.of(Alarm.DUE_NEARING, Alarm.OVERDUE));
        return new Desk(officer, kept, event.dueAt(), event.promisedAt());
    }

    Desk dueAt(@Nullable Instant due) {
        return new Desk(officer, late, due, promisedAt);
    }

    private Set<Alarm> without(Set<Alarm> gone) {
        EnumSet<Alarm> kept = EnumSet.noneOf(Alarm.class);
        kept.addAll(late);
        kept.removeAll(gone);
        return kept;
    }
}
