package vn.tthc.processing.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.FlowStep;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.law.clock.WorkingCalendar;
import vn.tthc.processing.domain.CaseState.Live;

/**
 * The moments a case waits for. They follow from its state alone: one that was raised, or that does not matter any more,
 * is not there. An imported case waits for nothing.
 */
public final class CaseTimers {
    /** What is left of an overdue mark when the due moment itself is still in time. */
    private static final Duration PAST = Duration.ofMillis(1);

    /** A step is near its end when four fifths of its budget are used. */
    private static final int NEAR_PER_CENT = 80;

    private static final int ALL = 100;

    private final Live state;
    private final WorkTerms terms;
    private final WorkingCalendar calendar;
    private final List<Moment> moments = new ArrayList<>();

    private CaseTimers(Live state) {
        this.state = state;
        this.terms = WorkTerms.of(state.file());
        this.calendar = WorkTerms.calendar(state.file());
    }

    /**
     * A moment a case waits for.
     *
     * @param subject what it is about
     * @param due when it comes
     */
    public record Moment(Subject subject, Instant due) {
        /** Unique in the case. */
        public String key() {
            return subject.key();
        }
    }

    /** All moments a case waits for. */
    public static List<Moment> of(CaseState state) {
        return state instanceof Live live && live.endedAt() == null ? new CaseTimers(live).collect() : List.of();
    }

    private List<Moment> collect() {
        switch (state.custody()) {
            case Custody.Offered offered ->
                unlessRaised(
                        new Subject.Receipt(state.stay().number()),
                        calendar.plusWorkingTime(offered.since(), terms.acknowledge()));
            case Custody.Held held -> step();
        }
        opinions();
        legal();
        agencies();
        escalations();
        return List.copyOf(moments);
    }

    private void step() {
        if (!stepRuns(state)) {
            return;
        }
        FlowStep step = state.progress().current();
        Stay stay = state.stay();
        Duration budget = Duration.ofMinutes(step.budgetMinutes());
        Duration near = budget.multipliedBy(NEAR_PER_CENT).dividedBy(ALL);
        unlessRaised(
                new Subject.StepNear(stay.number()), calendar.plusWorkingTime(stay.since(), near.plus(stay.stood())));
        unlessRaised(new Subject.StepOver(stay.number()), stepEnd(budget));
    }

    /** Whether the time of the current step runs: somebody has it, it is not done, and the clock of the law runs. */
    static boolean stepRuns(Live state) {
        return state.custody() instanceof Custody.Held
                && !state.progress().currentDone()
                && state.due().running();
    }

    private Instant stepEnd(Duration budget) {
        return calendar.plusWorkingTime(
                state.stay().since(), budget.plus(state.stay().stood()));
    }

    private void opinions() {
        String step = state.progress().current().id();
        for (Map.Entry<String, Opinion> asked : state.opinions().entrySet()) {
            Opinion opinion = asked.getValue();
            if (opinion.open() && opinion.step().equals(step)) {
                unlessRaised(
                        new Subject.OpinionOver(asked.getKey()), opinion.dueAt().plus(PAST));
            }
        }
    }

    private void legal() {
        Instant due = state.due().dueAt();
        if (due == null || !state.due().running()) {
            return;
        }
        unlessRaised(new Subject.DueNear(due), notBeforeHalf(due, terms.nearing()));
        unlessRaised(new Subject.Over(due), due.plus(PAST));
        Instant promised = state.due().promisedAt();
        boolean apologised = promised != null && promised.isAfter(due);
        if (!apologised && !state.alarms().apologies().containsKey(due)) {
            Instant near = notBeforeHalf(due, terms.apology());
            Instant exceeding = budgetsExceed(due);
            moments.add(new Moment(new Subject.Apology(due), exceeding.isBefore(near) ? exceeding : near));
        }
    }

    /** Some time before the due date; for a short term not before half of it has gone. */
    private Instant notBeforeHalf(Instant due, Duration before) {
        Instant received = state.file().receivedAt();
        Duration term = calendar.workingTimeBetween(received, due);
        if (term.isNegative()) {
            return due;
        }
        Duration half = term.dividedBy(2);
        return calendar.minusWorkingTime(due, before.compareTo(half) < 0 ? before : half);
    }

    /** From when on the steps that are left may take longer than there is time. */
    private Instant budgetsExceed(Instant due) {
        Duration later = Duration.ofMinutes(state.progress().minutesAfter());
        Duration current = Duration.ofMinutes(state.progress().current().budgetMinutes());
        return switch (state.custody()) {
            case Custody.Offered offered ->
                calendar.minusWorkingTime(due, later.plus(current)).plus(PAST);
            case Custody.Held held -> {
                Instant latest = calendar.minusWorkingTime(due, later);
                boolean tooLong = stepRuns(state) && stepEnd(current).isAfter(latest);
                yield tooLong ? state.stay().since() : latest.plus(PAST);
            }
        };
    }

    private void agencies() {
        Succession.involved(state).distinct().forEach(agency -> {
            LocalDate last = agency.validTo();
            if (last != null) {
                Instant ended = VietnamTime.instant(last.plusDays(1).atStartOfDay());
                unlessRaised(new Subject.AgencyEnds(agency.id()), ended);
            }
        });
    }

    private void escalations() {
        Stay stay = state.stay();
        if (state.custody() instanceof Custody.Offered) {
            escalation(new Subject.Receipt(stay.number()));
        } else if (stepRuns(state)) {
            escalation(new Subject.StepOver(stay.number()));
        }
    }

    private void escalation(Subject about) {
        @Nullable Instant raised = state.alarms().raised().get(about.key());
        if (raised != null && !state.alarms().escalated().contains(about.key())) {
            moments.add(new Moment(new Subject.Escalation(about), calendar.plusWorkingTime(raised, terms.escalate())));
        }
    }

    private void unlessRaised(Subject subject, Instant due) {
        if (!state.alarms().raised().containsKey(subject.key())) {
            moments.add(new Moment(subject, due));
        }
    }
}
