package vn.tthc.postal.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Leg;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.law.clock.Calendars;
import vn.tthc.law.clock.WorkingCalendar;

/**
 * When an item will have been silent for too long: a pure function of the item. What somebody has been told of already is
 * no silence any more.
 *
 * @param leg what should have happened next
 * @param point where it was heard of last; null while it waits to be fetched
 * @param heardAt from when its time runs
 * @param due when that time is over
 */
public record Silence(Leg leg, @Nullable String point, Instant heardAt, Instant due) {

    /** The silence an item is heading for; empty when nothing more is to happen to it, or it was told. */
    public static Optional<Silence> of(ItemState.Open item, SilenceLimits limits) {
        return Work.of(item).flatMap(work -> of(item, work, limits));
    }

    private static Optional<Silence> of(ItemState.Open item, Work work, SilenceLimits limits) {
        Leg leg = leg(work.kind());
        WorkingCalendar calendar = Calendars.byDefault();
        Instant heardAt = leg == Leg.DELIVER ? keptUntil(item, work.since(), calendar) : work.since();
        if (item.told().silences().contains(key(leg, heardAt))) {
            return Optional.empty();
        }
        return limits.of(leg, heardAt)
                .map(time -> new Silence(leg, work.point(), heardAt, calendar.plusWorkingTime(heardAt, time)));
    }

    /** Whoever was invited has time to come: an item that is kept for its addressee is not silent. */
    private static Instant keptUntil(ItemState.Open item, Instant since, WorkingCalendar calendar) {
        Instant returnFrom = Retention.of(item, calendar).returnFrom();
        boolean invited = !item.timeline().of(ScanKind.INVITED).isEmpty();
        return invited && returnFrom != null && returnFrom.isAfter(since) ? returnFrom : since;
    }

    private static Leg leg(Work.Kind kind) {
        return switch (kind) {
            case FETCH -> Leg.FETCH;
            case CARRY -> Leg.CARRY;
            case DELIVER -> Leg.DELIVER;
            case BRING_BACK -> Leg.BRING_BACK;
        };
    }

    static String key(Leg leg, Instant heardAt) {
        return leg + "@" + heardAt;
    }

    /** Tells it when its time has come and nothing was heard since; else nothing is to be told. */
    static Decision<PostalEvent> notice(ItemState.Open item, ItemCommand.NoticeSilence command) {
        return of(item, command.limits())
                .filter(silence -> !silence.due().isAfter(command.at()))
                .<Decision<PostalEvent>>map(silence -> Decision.accept(new PostalEvent.SilenceNoticed(
                        command.at(),
                        item.item().dossierId(),
                        silence.leg(),
                        silence.point() == null ? command.point() : silence.point(),
                        silence.heardAt())))
                .orElseGet(() -> Decision.accept());
    }
}
