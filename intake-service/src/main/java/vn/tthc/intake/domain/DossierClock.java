package vn.tthc.intake.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.dossier.DueChange;
import vn.tthc.law.Channel;
import vn.tthc.law.Term;
import vn.tthc.law.clock.DeadlineRequest;
import vn.tthc.law.clock.Deadlines;
import vn.tthc.law.clock.Extension;
import vn.tthc.law.clock.Pause;
import vn.tthc.law.clock.PauseReason;
import vn.tthc.law.clock.WorkingCalendar;

/**
 * The clock of a dossier as its log tells it. An imported dossier has its due date and nothing to compute it from.
 *
 * @param startedAt reception
 * @param channel how the dossier came in
 * @param term the term that holds for it, null where there is none
 * @param dueAt the measured due date as last told; while the clock stands still it is out of date
 * @param calendarVersion the calendar it was computed with, null for an import
 * @param pauses every pause so far
 * @param extensions the dates promised anew; they never move the due date
 */
public record DossierClock(
        Instant startedAt,
        Channel channel,
        @Nullable Term term,
        @Nullable Instant dueAt,
        @Nullable String calendarVersion,
        List<Pause> pauses,
        List<Extension> extensions) {
    public DossierClock {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }

    /** Whether it stands still. */
    public boolean paused() {
        return pauses.stream().anyMatch(Pause::open);
    }

    /** Whether it stands still for this reason. */
    public boolean pausedFor(PauseReason reason) {
        return pauses.stream().anyMatch(pause -> pause.open() && pause.reason() == reason);
    }

    /** The date the applicant may expect: the last one promised, or the due date where that is later; null while unknown. */
    public @Nullable Instant promisedAt() {
        if (dueAt == null || paused()) {
            return null;
        }
        Instant due = dueAt;
        return extensions.stream().map(Extension::promisedAt).reduce(due, (a, b) -> a.isAfter(b) ? a : b);
    }

    /**
     * What the due date depends on; null where there is none to compute.
     *
     * @param rules of the pinned procedure
     */
    public @Nullable DeadlineRequest request(ClockRules rules) {
        return term == null || calendarVersion == null
                ? null
                : new DeadlineRequest(startedAt, term, channel, pauses, rules.sameDayCutOff());
    }

    /** The calendar the due date was computed with. */
    public WorkingCalendar calendar(ClockRules rules) {
        return rules.calendars().version(version());
    }

    /**
     * The change that leads from the due date told last to the one these facts give with the newest version of their
     * calendar; no new date while the clock stands still.
     */
    DueChange due(ClockRules rules, DossierClock before) {
        return term == null
                ? DueChange.NONE
                : due(rules, before, rules.calendars().newest(version()));
    }

    /** As {@link #due(ClockRules, DossierClock)}, with a calendar of choice. */
    DueChange due(ClockRules rules, DossierClock before, WorkingCalendar calendar) {
        DeadlineRequest request = request(rules);
        Instant due = request == null || paused() ? null : Deadlines.dueAt(request, calendar);
        return new DueChange(before.dueAt, due, calendar.version());
    }

    private String version() {
        return Objects.requireNonNull(calendarVersion, "a live clock has a calendar");
    }

    DossierClock stopped(Instant at, PauseReason reason) {
        List<Pause> more = new ArrayList<>(pauses);
        more.add(new Pause(at, null, reason));
        return with(startedAt, dueAt, calendarVersion, more);
    }

    /** A pause ends no earlier than it began, whatever a late message says. */
    DossierClock resumed(Instant at, PauseReason reason) {
        return with(
                startedAt,
                dueAt,
                calendarVersion,
                pauses.stream()
                        .map(pause -> pause.open() && pause.reason() == reason ? closed(pause, at) : pause)
                        .toList());
    }

    DossierClock dueAgain(DueChange due) {
        return with(
                startedAt,
                due.newDueAt() == null ? dueAt : due.newDueAt(),
                due.calendarVersion() == null ? calendarVersion : due.calendarVersion(),
                pauses);
    }

    DossierClock startingAt(Instant start) {
        return with(start, dueAt, calendarVersion, pauses);
    }

    DossierClock extended(Extension extension) {
        List<Extension> more = new ArrayList<>(extensions);
        more.add(extension);
        return new DossierClock(startedAt, channel, term, dueAt, calendarVersion, pauses, more);
    }

    private DossierClock with(Instant start, @Nullable Instant due, @Nullable String version, List<Pause> stops) {
        return new DossierClock(start, channel, term, due, version, stops, extensions);
    }

    private static Pause closed(Pause pause, Instant at) {
        return new Pause(pause.from(), at.isBefore(pause.from()) ? pause.from() : at, pause.reason());
    }
}
