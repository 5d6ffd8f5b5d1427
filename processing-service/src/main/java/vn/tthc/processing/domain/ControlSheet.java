package vn.tthc.processing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.processing.domain.CaseState.Live;

/**
 * Every hand-over of a case (Phiếu kiểm soát quá trình giải quyết hồ sơ; Mẫu số 06, Thông tư 03/2025/TT-VPCP), told by its
 * events and by nothing else.
 */
public final class ControlSheet {
    private final List<Leg> legs = new ArrayList<>();
    private CaseState state = CaseState.NONE;
    private @Nullable Pace pace;

    private ControlSheet() {}

    /** How the giver's work stood to the time its steps had; the worst of them counts. */
    public enum Pace {
        /** Trước hạn. */
        EARLY,
        /** Đúng hạn, to the millisecond. */
        ON_TIME,
        /** Quá hạn. */
        LATE;

        private static Pace of(Instant at, Instant end) {
            int sign = Long.compare(at.toEpochMilli(), end.toEpochMilli());
            return sign < 0 ? EARLY : sign == 0 ? ON_TIME : LATE;
        }
    }

    /** What a hand-over came to. */
    public enum Outcome {
        /** Given, and nobody has taken it yet. */
        OFFERED,
        /** Taken. */
        TAKEN,
        /** Not taken; the giver has it still. */
        DECLINED,
        /** A step told by whoever did it; there was no hand-over to acknowledge. */
        RECORDED,
        /** Given back to the one-stop with the result; that it has it, the dossier tells. */
        FINISHED
    }

    /**
     * A hand-over.
     *
     * @param from who gives, null where that is not known
     * @param to who is to take, null where that is not known
     * @param step what it is given for, as people call it
     * @param givenAt when it was given
     * @param settledAt when it was taken or declined, null while it is neither
     * @param pace how the giver's work stood to its time, null where nothing was measured
     * @param note why it was sent back, corrected or declined
     */
    public record Leg(
            @Nullable String from,
            @Nullable String to,
            String step,
            Instant givenAt,
            @Nullable Instant settledAt,
            Outcome outcome,
            @Nullable Pace pace,
            @Nullable String note) {
        private Leg settled(Outcome how, Instant at, @Nullable String why) {
            return new Leg(from, to, step, givenAt, at, how, pace, why == null ? note : why);
        }
    }

    /** All hand-overs of a case, oldest first. */
    public static List<Leg> of(List<CaseEvent> events) {
        ControlSheet slip = new ControlSheet();
        events.forEach(slip::take);
        return List.copyOf(slip.legs);
    }

    private void take(CaseEvent event) {
        CaseState before = state;
        state = Case.evolve(state, event);
        measure(before, event.occurredAt());
        switch (event) {
            case CaseEvent.Opened e -> opened(e);
            case CaseEvent.Forwarded e -> given(e.from(), e.to(), e.toStep(), e.occurredAt(), null);
            case CaseEvent.SentBack e -> given(e.from(), e.to(), e.toStep(), e.occurredAt(), "Trả lại: " + e.reason());
            case CaseEvent.ResultCorrected e ->
                given(e.from(), e.to(), e.toStep(), e.occurredAt(), "Đính chính: " + e.reason());
            case CaseEvent.CustodyAccepted e -> settle(Outcome.TAKEN, e.occurredAt(), null);
            case CaseEvent.HandOverDeclined e -> settle(Outcome.DECLINED, e.occurredAt(), "Không nhận: " + e.reason());
            case CaseEvent.HandOverRefused e -> settle(Outcome.DECLINED, e.occurredAt(), "Không nhận: " + e.reason());
            case CaseEvent.StepRecorded e -> recorded(e);
            case CaseEvent.Finished e -> finished(before, e);
            // Nothing changes hands.
            case CaseEvent.StepCompleted e -> {}
            case CaseEvent.ResultSigned e -> {}
            case CaseEvent.ResultIssued e -> {}
            case CaseEvent.SupplementAsked e -> {}
            case CaseEvent.ObligationAsked e -> {}
            case CaseEvent.PauseAsked e -> {}
            case CaseEvent.PauseEnded e -> {}
            case CaseEvent.WithdrawalGranted e -> {}
            case CaseEvent.WithdrawalRefused e -> {}
            case CaseEvent.AgencySucceeded e -> {}
            case CaseEvent.StepSkipped e -> {}
            case CaseEvent.Assigned e -> {}
            case CaseEvent.Released e -> {}
            case CaseEvent.OpinionAsked e -> {}
            case CaseEvent.OpinionGiven e -> {}
            case CaseEvent.OpinionWithdrawn e -> {}
            case CaseEvent.ResultDrafted e -> {}
            case CaseEvent.ResultNumbered e -> {}
            case CaseEvent.ClockFollowed e -> {}
            case CaseEvent.AlarmRaised e -> {}
            case CaseEvent.Escalated e -> {}
            case CaseEvent.ApologyDrafted e -> {}
            case CaseEvent.ApologySigned e -> {}
            case CaseEvent.AnomalyRecorded e -> {}
        }
    }

    /** A stay ends with its step's work, or when the case leaves it; while the clock of the law stands still none is judged. */
    private void measure(CaseState before, Instant at) {
        if (!(before instanceof Live was) || !CaseTimers.stepRuns(was) || !(state instanceof Live is)) {
            return;
        }
        boolean over =
                is.progress().currentDone() || is.stay().number() != was.stay().number() || is.endedAt() != null;
        if (over && is.due().running()) {
            Duration budget = Duration.ofMinutes(was.progress().current().budgetMinutes())
                    .plus(was.stay().stood());
            Pace now = Pace.of(
                    at,
                    WorkTerms.calendar(was.file()).plusWorkingTime(was.stay().since(), budget));
            pace = pace == null || now.compareTo(pace) > 0 ? now : pace;
        }
    }

    private void opened(CaseEvent.Opened event) {
        if (event.imported()) {
            return;
        }
        FlowStep first = event.file().steps().getFirst();
        add(new Leg(
                event.file().oneStop().name(),
                first.agency().name(),
                first.name(),
                event.occurredAt(),
                null,
                Outcome.OFFERED,
                null,
                null));
    }

    /** Within an agency nothing changes hands. */
    private void given(AgencyRef from, AgencyRef to, String toStep, Instant at, @Nullable String note) {
        if (from.id().equals(to.id())) {
            return;
        }
        String step = state instanceof Live live ? Handing.step(live, toStep).name() : toStep;
        add(new Leg(from.name(), to.name(), step, at, null, Outcome.OFFERED, pace, note));
        pace = null;
    }

    private void settle(Outcome how, Instant at, @Nullable String why) {
        if (!legs.isEmpty() && legs.getLast().outcome() == Outcome.OFFERED) {
            legs.set(legs.size() - 1, legs.getLast().settled(how, at, why));
        }
    }

    private void recorded(CaseEvent.StepRecorded event) {
        String by = event.agency() != null ? event.agency().name() : event.agencyLabel();
        add(new Leg(by, null, event.name(), event.occurredAt(), null, Outcome.RECORDED, null, null));
    }

    private void finished(CaseState before, CaseEvent.Finished event) {
        if (!(before instanceof Live live)) {
            return;
        }
        add(new Leg(
                live.custody().agency().name(),
                live.file().oneStop().name(),
                "Trả kết quả",
                event.occurredAt(),
                null,
                Outcome.FINISHED,
                pace,
                event.resultNumber() == null ? null : "Kết quả số " + event.resultNumber()));
        pace = null;
    }

    private void add(Leg leg) {
        legs.add(leg);
    }
}
