package vn.tthc.query.dossierview;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.query.text.Bilingual;

/**
 * What the stream of its case has told so far: who has the papers and how far the work is.
 *
 * @param position version of the last event taken
 * @param steps the flow it is pinned to, empty for an import
 * @param custody who has the papers, null before the case is opened and for an import
 * @param lastRecorded the latest recorded step by its own time
 * @param recordedSteps how many steps were recorded outside the flow
 * @param stepsAfterEnd how many of them lie after the end
 * @param finishedAt when the work was over
 * @param desk whose desk it is on and what is late
 */
public record CaseFold(
        long position,
        List<Step> steps,
        @Nullable Custody custody,
        @Nullable Recorded lastRecorded,
        long recordedSteps,
        long stepsAfterEnd,
        @Nullable Instant finishedAt,
        Desk desk) {

    /** Nothing heard yet. */
    public static final CaseFold EMPTY = new CaseFold(0, List.of(), null, null, 0, 0, null, Desk.EMPTY);

    public CaseFold {
        steps = List.copyOf(steps);
        // Views written before there were desks have none.
        desk = Objects.requireNonNullElse(desk, Desk.EMPTY);
    }

    /** A step of the flow with its agency, and the role that does it. */
    public record Step(
            String id,
            Bilingual name,
            AgencyRef agency,
            @Nullable Role role) {}

    /**
     * Who has the papers.
     *
     * @param holder who has taken them, null while that is still the one-stop
     * @param since since when
     * @param step step the case is in, or on its way to
     * @param to who is still to take them, null when nobody is
     * @param givenAt when they were given to that agency
     * @param done whether the work of the step is done
     */
    public record Custody(
            @Nullable AgencyRef holder,
            Instant since,
            String step,
            @Nullable AgencyRef to,
            @Nullable Instant givenAt,
            boolean done) {}

    /** A recorded step; what the source calls its agency, when it is none of ours. */
    public record Recorded(
            Instant at,
            String name,
            @Nullable AgencyRef agency,
            @Nullable String agencyLabel) {}

    /** Takes an event of the stream; a repeat changes nothing. */
    public CaseFold apply(Envelope envelope, CaseEvent event) {
        if (!Sequence.isNew(position, envelope)) {
            return this;
        }
        CaseFold next = new CaseFold(
                envelope.version(), steps, custody, lastRecorded, recordedSteps, stepsAfterEnd, finishedAt, desk);
        return switch (event) {
            case CaseEvent.Opened e -> next.opened(e);
            case CaseEvent.HandOverRefused e -> next.at(null, Desk.EMPTY);
            case CaseEvent.CustodyAccepted e ->
                next.at(new Custody(e.agency(), e.occurredAt(), e.step(), null, null, false), desk.taken());
            case CaseEvent.HandOverDeclined e ->
                next.at(new Custody(e.to(), since(e.occurredAt()), e.toStep(), null, null, false), desk.moved());
            case CaseEvent.StepCompleted e -> next.completed(e.step());
            case CaseEvent.Forwarded e -> next.given(e.occurredAt(), e.from(), e.to(), e.toStep());
            case CaseEvent.SentBack e -> next.given(e.occurredAt(), e.from(), e.to(), e.toStep());
            case CaseEvent.ResultCorrected e -> next.given(e.occurredAt(), e.from(), e.to(), e.toStep());
            case CaseEvent.AgencySucceeded e -> next.succeeded(e.from(), e.to());
            case CaseEvent.Assigned e -> next.at(custody, desk.of(e.officer()));
            case CaseEvent.Released e -> next.at(custody, desk.of(null));
            case CaseEvent.ClockFollowed e -> next.at(custody, desk.followed(e));
            case CaseEvent.AlarmRaised e -> next.at(custody, desk.raised(e.alarm()));
            case CaseEvent.StepRecorded e -> next.recorded(e);
            case CaseEvent.StepSkipped e -> next;
            case CaseEvent.OpinionAsked e -> next;
            case CaseEvent.OpinionGiven e -> next;
            case CaseEvent.OpinionWithdrawn e -> next;
            case CaseEvent.ResultDrafted e -> next;
            case CaseEvent.ResultSigned e -> next;
            case CaseEvent.ResultNumbered e -> next;
            case CaseEvent.ResultIssued e -> next;
            // What the case asks of the dossier shows when the dossier has recorded it.
            case CaseEvent.SupplementAsked e -> next;
            case CaseEvent.ObligationAsked e -> next;
            case CaseEvent.PauseAsked e -> next;
            case CaseEvent.PauseEnded e -> next;
            case CaseEvent.WithdrawalRefused e -> next;
            case CaseEvent.WithdrawalGranted e -> next.finished(e.occurredAt());
            case CaseEvent.Escalated e -> next;
            case CaseEvent.ApologyDrafted e -> next;
            case CaseEvent.ApologySigned e -> next;
            case CaseEvent.Finished e -> next.finished(e.occurredAt());
            case CaseEvent.AnomalyRecorded e ->
                switch (e.anomaly()) {
                    case STEP_AFTER_END ->
                        new CaseFold(
                                next.position,
                                steps,
                                custody,
                                lastRecorded,
                                recordedSteps,
                                stepsAfterEnd + 1,
                                finishedAt,
                                desk);
                };
        };
    }

    /** The step of the flow with that id, null when the flow has none. */
    public @Nullable Step step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst().orElse(null);
    }

    private CaseFold opened(CaseEvent.Opened event) {
        List<Step> flow = event.file().steps().stream().map(CaseFold::step).toList();
        Custody first = flow.isEmpty()
                ? null
                : new Custody(
                        null,
                        event.occurredAt(),
                        flow.getFirst().id(),
                        flow.getFirst().agency(),
                        event.occurredAt(),
                        false);
        return new CaseFold(
                position,
                flow,
                first,
                lastRecorded,
                recordedSteps,
                stepsAfterEnd,
                finishedAt,
                Desk.EMPTY.dueAt(event.file().dueAt()));
    }

    private static Step step(FlowStep step) {
        return new Step(step.id(), new Bilingual(step.name(), step.nameEn()), step.agency(), step.role());
    }

    /** Within one agency the papers change hands with the giving; between two they wait for the taking. */
    private CaseFold given(Instant at, AgencyRef from, AgencyRef to, String toStep) {
        boolean within = from.id().equals(to.id());
        return at(
                within
                        ? new Custody(to, at, toStep, null, null, false)
                        : new Custody(from, since(at), toStep, to, at, false),
                desk.moved());
    }

    private Instant since(Instant otherwise) {
        return custody == null ? otherwise : custody.since();
    }

    private CaseFold completed(String step) {
        if (custody == null || !custody.step().equals(step)) {
            return this;
        }
        Custody done =
                new Custody(custody.holder(), custody.since(), custody.step(), custody.to(), custody.givenAt(), true);
        return at(done, desk.done());
    }

    private CaseFold at(@Nullable Custody now, Desk nowOn) {
        return new CaseFold(position, steps, now, lastRecorded, recordedSteps, stepsAfterEnd, finishedAt, nowOn);
    }

    private CaseFold finished(Instant at) {
        return new CaseFold(position, steps, custody, lastRecorded, recordedSteps, stepsAfterEnd, at, Desk.EMPTY);
    }

    /** The successor stands where the other stood; the timeline keeps the old name. */
    private CaseFold succeeded(AgencyRef from, AgencyRef to) {
        List<Step> flow = steps.stream()
                .map(step ->
                        step.agency().id().equals(from.id()) ? new Step(step.id(), step.name(), to, step.role()) : step)
                .toList();
        Custody now = custody == null
                ? null
                : new Custody(
                        replaced(custody.holder(), from, to),
                        custody.since(),
                        custody.step(),
                        replaced(custody.to(), from, to),
                        custody.givenAt(),
                        custody.done());
        return new CaseFold(position, flow, now, lastRecorded, recordedSteps, stepsAfterEnd, finishedAt, desk);
    }

    private static @Nullable AgencyRef replaced(@Nullable AgencyRef agency, AgencyRef from, AgencyRef to) {
        return agency != null && agency.id().equals(from.id()) ? to : agency;
    }

    private CaseFold recorded(CaseEvent.StepRecorded event) {
        Recorded step = new Recorded(event.occurredAt(), event.name(), event.agency(), event.agencyLabel());
        boolean later = lastRecorded == null || !step.at().isBefore(lastRecorded.at());
        return new CaseFold(
                position,
                steps,
                custody,
                later ? step : lastRecorded,
                recordedSteps + 1,
                stepsAfterEnd,
                finishedAt,
                desk);
    }
}
