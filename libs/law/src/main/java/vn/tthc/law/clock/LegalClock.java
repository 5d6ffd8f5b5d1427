package vn.tthc.law.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.tthc.law.Term;

/**
 * The clock of one dossier as it is started, paused, resumed and extended. Immutable; a step gives a new clock or a
 * refusal. Pauses for different reasons may overlap; what they share counts once.
 *
 * @param request what the due date depends on, with the pauses so far
 * @param extensions the dates promised anew, in order; they never move the measured due date
 */
public record LegalClock(DeadlineRequest request, List<Extension> extensions) {
    public LegalClock {
        extensions = List.copyOf(extensions);
    }

    /** A clock that starts at reception. */
    public static LegalClock start(DeadlineRequest request) {
        return new LegalClock(request, List.of());
    }

    /** What the clock says now: the measured due moment, or that it stands still. */
    public ClockReading read(WorkingCalendar calendar) {
        return Deadlines.read(request, calendar);
    }

    /** Whether any pause is open. */
    public boolean paused() {
        return request.pauses().stream().anyMatch(Pause::open);
    }

    /**
     * Stops the clock.
     *
     * @param listed the reasons the procedure allows
     */
    public ClockStep pause(Instant at, PauseReason reason, Set<PauseReason> listed) {
        if (!listed.contains(reason)) {
            return new ClockStep.Refused(ClockRefusal.REASON_NOT_LISTED);
        }
        if (at.isBefore(request.receivedAt())) {
            return new ClockStep.Refused(ClockRefusal.BACK_IN_TIME);
        }
        if (request.pauses().stream().anyMatch(p -> p.reason() == reason && p.open())) {
            return new ClockStep.Refused(ClockRefusal.ALREADY_PAUSED);
        }
        List<Pause> pauses = new ArrayList<>(request.pauses());
        pauses.add(new Pause(at, null, reason));
        return taken(pauses);
    }

    /** Ends the open pause of this reason; the clock runs again when it was the last one. */
    public ClockStep resume(Instant at, PauseReason reason) {
        List<Pause> pauses = new ArrayList<>(request.pauses());
        for (int i = 0; i < pauses.size(); i++) {
            Pause pause = pauses.get(i);
            if (pause.open() && pause.reason() == reason) {
                if (at.isBefore(pause.from())) {
                    return new ClockStep.Refused(ClockRefusal.BACK_IN_TIME);
                }
                pauses.set(i, new Pause(pause.from(), at, reason));
                return taken(pauses);
            }
        }
        return new ClockStep.Refused(ClockRefusal.NOT_PAUSED);
    }

    /** Promises a new date, with an apology recorded in time. */
    public ClockStep extend(Extension extension, ExtensionRule rule, WorkingCalendar calendar) {
        if (extensions.size() >= rule.most()) {
            return new ClockStep.Refused(ClockRefusal.EXTENSIONS_USED_UP);
        }
        return switch (read(calendar)) {
            case StoppedClock stopped -> new ClockStep.Refused(ClockRefusal.NO_DUE_DATE);
            case Deadline deadline -> {
                Instant promised = promised(deadline);
                if (!extension.promisedAt().isAfter(promised)) {
                    yield new ClockStep.Refused(ClockRefusal.NOT_LATER);
                }
                if (extension.recordedAt().isAfter(promised.minus(rule.notice()))) {
                    yield new ClockStep.Refused(ClockRefusal.NOTICE_TOO_LATE);
                }
                Instant latest = rule.longest() == null
                        ? deadline.dueAt().plus(ExtensionRule.FURTHEST)
                        : latest(deadline, rule.longest(), calendar);
                if (extension.promisedAt().isAfter(latest)) {
                    yield new ClockStep.Refused(ClockRefusal.TOO_LONG);
                }
                List<Extension> all = new ArrayList<>(extensions);
                all.add(extension);
                yield new ClockStep.Taken(new LegalClock(request, all));
            }
        };
    }

    /** The date the person may expect: the last one promised, or the due moment where that is later. */
    public Instant promised(Deadline measured) {
        Instant due = measured.dueAt();
        return extensions.stream().map(Extension::promisedAt).reduce(due, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** The latest date that may be promised: a term after the measured due moment, whatever was promised in between. */
    public Instant latest(Deadline measured, Term longest, WorkingCalendar calendar) {
        return Deadlines.dueAt(
                new DeadlineRequest(measured.dueAt(), longest, request.channel(), List.of(), null), calendar);
    }

    private ClockStep taken(List<Pause> pauses) {
        DeadlineRequest changed = new DeadlineRequest(
                request.receivedAt(), request.term(), request.channel(), pauses, request.sameDayCutOff());
        return new ClockStep.Taken(new LegalClock(changed, extensions));
    }
}
