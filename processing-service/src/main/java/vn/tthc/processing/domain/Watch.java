package vn.tthc.processing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.cases.CaseEvent.Alarm;
import vn.tthc.contracts.cases.CaseEvent.ApologyCause;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.law.clock.WorkingCalendar;
import vn.tthc.processing.domain.CaseState.Live;

/** The clock of a case: it follows the dossier's, and says once what is or will be late. */
final class Watch {
    private static final Duration WORKING_DAY = Duration.ofHours(8);

    private Watch() {}

    /** A moment that the case does not wait for (any more) changes nothing. */
    static Decision<CaseEvent> timeCame(Live state, CaseCommand.TimeCame command) {
        return CaseTimers.of(state).stream()
                .filter(moment -> moment.key().equals(command.key())
                        && moment.due().equals(command.due())
                        && !moment.due().isAfter(command.at()))
                .findFirst()
                .map(moment -> Decision.accept(raised(state, moment, later(state, command.at()))))
                .orElseGet(Decision::accept);
    }

    /** What the system says by itself is never told before what it has seen. */
    private static Instant later(Live state, Instant at) {
        return at.isBefore(state.lastAt()) ? state.lastAt() : at;
    }

    private static CaseEvent raised(Live state, CaseTimers.Moment moment, Instant at) {
        return switch (moment.subject()) {
            case Subject.Receipt s -> alarm(state, Alarm.HAND_OVER_UNACKNOWLEDGED, moment, at);
            case Subject.StepNear s -> alarm(state, Alarm.STEP_NEARING, moment, at);
            case Subject.StepOver s -> alarm(state, Alarm.STEP_OVERDUE, moment, at);
            case Subject.DueNear s -> alarm(state, Alarm.DUE_NEARING, moment, at);
            case Subject.Over s -> alarm(state, Alarm.OVERDUE, moment, at);
            case Subject.AgencyEnds s -> alarm(state, Alarm.AGENCY_ENDED, moment, at);
            case Subject.OpinionOver s -> opinionOverdue(state, s, moment, at);
            case Subject.Apology s -> apology(state, s.due(), at);
            case Subject.Escalation s -> escalated(state, s.about(), at);
        };
    }

    private static CaseEvent alarm(Live state, Alarm alarm, CaseTimers.Moment moment, Instant at) {
        return new CaseEvent.AlarmRaised(
                at,
                alarm,
                moment.key(),
                state.progress().current().id(),
                state.custody().agency(),
                dueOf(moment));
    }

    /** The moment people know, without what makes it overdue. */
    private static Instant dueOf(CaseTimers.Moment moment) {
        return switch (moment.subject()) {
            case Subject.DueNear s -> s.due();
            case Subject.Over s -> s.due();
            case Subject.Apology s -> s.due();
            case Subject.Receipt s -> moment.due();
            case Subject.StepNear s -> moment.due();
            case Subject.StepOver s -> moment.due();
            case Subject.OpinionOver s -> moment.due();
            case Subject.AgencyEnds s -> moment.due();
            case Subject.Escalation s -> moment.due();
        };
    }

    private static CaseEvent opinionOverdue(
            Live state, Subject.OpinionOver subject, CaseTimers.Moment moment, Instant at) {
        Opinion opinion = Objects.requireNonNull(state.opinions().get(subject.opinionId()), "it waits for it");
        return new CaseEvent.AlarmRaised(
                at, Alarm.OPINION_OVERDUE, moment.key(), opinion.step(), opinion.agency(), opinion.dueAt());
    }

    private static CaseEvent escalated(Live state, Subject about, Instant at) {
        FlowStep step = state.progress().current();
        Alarm alarm = about instanceof Subject.Receipt ? Alarm.HAND_OVER_UNACKNOWLEDGED : Alarm.STEP_OVERDUE;
        AgencyRef agency = state.custody().agency();
        return new CaseEvent.Escalated(at, alarm, about.key(), step.id(), agency, nextInLine(step.role()));
    }

    /** Who answers for those who do this work: chuyên viên, lãnh đạo phòng, lãnh đạo cơ quan, thanh tra. */
    static Role nextInLine(Role role) {
        return switch (role) {
            case CASE_OFFICER, RECORDS_CLERK, RECEPTION_OFFICER, POSTAL_WORKER -> Role.HEAD_OF_UNIT;
            case HEAD_OF_UNIT -> Role.AGENCY_LEADER;
            case AGENCY_LEADER -> Role.INSPECTOR;
            case CITIZEN, INSPECTOR, ADMINISTRATOR, SYSTEM, IMPORTER -> Role.ADMINISTRATOR;
        };
    }

    /**
     * Mẫu 04: written before the due date, with the reason and a new date. The new date makes up for what is missing, and
     * is at least a working day later.
     */
    private static CaseEvent apology(Live state, Instant due, Instant at) {
        WorkingCalendar calendar = WorkTerms.calendar(state.file());
        Duration remaining = at.isBefore(due) ? calendar.workingTimeBetween(at, due) : Duration.ZERO;
        Duration needed = needed(state, at, calendar);
        Duration missing = needed.minus(remaining);
        Instant from = at.isBefore(due) ? due : at;
        return new CaseEvent.ApologyDrafted(
                at,
                missing.isPositive() ? ApologyCause.BUDGETS_EXCEED_TIME : ApologyCause.DUE_DATE_NEAR,
                state.progress().current().id(),
                state.custody().agency(),
                due,
                calendar.plusWorkingTime(from, missing.compareTo(WORKING_DAY) < 0 ? WORKING_DAY : missing),
                remaining.toMinutes(),
                needed.toMinutes());
    }

    /** What the steps that are left may still take. */
    private static Duration needed(Live state, Instant at, WorkingCalendar calendar) {
        Duration later = Duration.ofMinutes(state.progress().minutesAfter());
        Duration budget = Duration.ofMinutes(state.progress().current().budgetMinutes());
        if (state.custody() instanceof Custody.Offered) {
            return later.plus(budget);
        }
        if (state.progress().currentDone()) {
            return later;
        }
        Duration used = calendar.workingTimeBetween(state.stay().since(), at)
                .minus(state.stay().stood());
        Duration left = budget.minus(used);
        return left.isNegative() ? later : later.plus(left);
    }

    /** Follows the dossier's clock; what it knows already changes nothing, and without a due date there is no clock. */
    static Decision<CaseEvent> follow(Live state, CaseCommand.FollowClock command) {
        LegalDue now = state.due();
        boolean nothingToStop = command.change() instanceof CaseCommand.ClockChange.Stopped && now.dueAt() == null;
        if (state.endedAt() != null || nothingToStop) {
            return Decision.accept();
        }
        CaseEvent.ClockFollowed followed = switch (command.change()) {
            case CaseCommand.ClockChange.Stopped stopped -> followed(command, false, null, now.promisedAt());
            case CaseCommand.ClockChange.Runs runs -> followed(command, true, runs.dueAt(), now.promisedAt());
            case CaseCommand.ClockChange.Promised promised ->
                followed(command, now.running(), now.dueAt(), promised.promisedAt());
        };
        boolean known = followed.running() == now.running()
                && Objects.equals(followed.dueAt(), now.dueAt())
                && Objects.equals(followed.promisedAt(), now.promisedAt());
        return known ? Decision.accept() : Decision.accept(followed);
    }

    private static CaseEvent.ClockFollowed followed(
            CaseCommand.FollowClock command, boolean running, @Nullable Instant due, @Nullable Instant promised) {
        return new CaseEvent.ClockFollowed(command.at(), running, due, promised);
    }

    static Live followed(Live state, CaseEvent.ClockFollowed event) {
        Instant stopped = state.due().stoppedAt();
        if (!event.running()) {
            Instant since = stopped == null ? event.occurredAt() : stopped;
            return state.followed(new LegalDue(null, since, event.promisedAt()), state.stay());
        }
        Stay stay = state.stay();
        if (stopped != null && state.custody() instanceof Custody.Held) {
            Instant from = stopped.isBefore(stay.since()) ? stay.since() : stopped;
            Duration stood = WorkTerms.calendar(state.file()).workingTimeBetween(from, event.occurredAt());
            stay = stood.isNegative() ? stay : stay.stoodStill(stood);
        }
        return state.followed(new LegalDue(event.dueAt(), null, event.promisedAt()), stay);
    }
}
