package vn.tthc.query.dossierview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DueChange;
import vn.tthc.contracts.dossier.SupplementRequest;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Standing;
import vn.tthc.law.Verdict;
import vn.tthc.law.clock.PauseReason;

/**
 * What the dossier's own stream has told so far: the legal facts, and alone the official status.
 *
 * @param position version of the last event taken
 * @param standing where it stands, null before the first event
 * @param filing how it was filed
 * @param reception the reception, once there is one
 * @param refused the refusal of it, or why what came by post was never filed
 * @param handOver the hand-over to the first agency, while none has refused it
 * @param ended the end of processing
 * @param result the result in the one-stop's hands
 * @param returnedAt when the result was with the citizen
 * @param anomalies contradictions in its dates
 * @param clock what the clock stands still for and what was promised anew; null where nothing ever was
 * @param supplements how often supplements were asked for
 * @param supplement the last request for them
 * @param stoppedAt when processing was stopped at the applicant's request
 * @param stopVerdict whether that was in time
 */
public record DossierFold(
        long position,
        @Nullable Standing standing,
        @Nullable Filing filing,
        @Nullable Reception reception,
        @Nullable Refused refused,
        @Nullable HandOver handOver,
        @Nullable Ended ended,
        @Nullable ResultHeld result,
        @Nullable Instant returnedAt,
        List<DossierEvent.Anomaly> anomalies,
        @Nullable ClockFold clock,
        long supplements,
        @Nullable Supplement supplement,
        @Nullable Instant stoppedAt,
        @Nullable Verdict stopVerdict) {

    /** Nothing heard yet. */
    public static final DossierFold EMPTY =
            new DossierFold(0, null, null, null, null, null, null, null, null, List.of(), null, 0, null, null, null);

    public DossierFold {
        anomalies = List.copyOf(anomalies);
    }

    /** Official status, null before the first event. */
    public @Nullable OfficialStatus status() {
        return standing == null ? null : standing.status();
    }

    /** The clock, where nothing was told of it one that runs. */
    public ClockFold clockOrRunning() {
        return clock == null ? ClockFold.RUNNING : clock;
    }

    /** What was asked to be supplemented last, and whether it is still waited for. */
    public record Supplement(Instant at, SupplementRequest request, boolean open) {}

    /** Reception by the one-stop; no due date where the procedure has none. */
    public record Reception(
            String code, Instant at, @Nullable Instant dueAt, AgencyRef oneStop) {}

    /** Reception refused. */
    public record Refused(Instant at, String reason, String ground) {}

    /** Given (giao) to the agency of the first step; no agency when the flow names none. */
    public record HandOver(Instant at, @Nullable AgencyRef to) {}

    /** End of processing with its verdict; none where there was no due date. */
    public record Ended(
            Instant at, @Nullable Verdict verdict, @Nullable String resultNumber) {}

    /** The one-stop has the result. */
    public record ResultHeld(Instant at, AgencyRef oneStop) {}

    /** Takes an event of the stream; a repeat changes nothing. */
    public DossierFold apply(Envelope envelope, DossierEvent event) {
        if (!Sequence.isNew(position, envelope)) {
            return this;
        }
        Draft next = new Draft(this, envelope.version());
        switch (event) {
            case DossierEvent.Submitted e -> {
                next.reach(OfficialStatus.REGISTERED);
                next.filing = Filing.of(e, envelope);
            }
            case DossierEvent.Imported e -> {
                next.reach(OfficialStatus.RECEIVED);
                next.filing = Filing.of(e, envelope);
                next.reception = new Reception(
                        e.file().code(),
                        e.file().receivedAt(),
                        e.file().dueAt(),
                        e.file().oneStop());
            }
            case DossierEvent.Received e -> {
                next.reach(OfficialStatus.RECEIVED);
                next.reception = new Reception(e.code(), e.occurredAt(), e.dueAt(), e.receiving());
            }
            case DossierEvent.ReceptionRefused e -> {
                next.reach(OfficialStatus.NOT_RECEIVED);
                next.refused = new Refused(e.occurredAt(), e.reason(), e.ground());
            }
            case DossierEvent.PostedRefused e -> // never filed, so it has no status
                next.refused = new Refused(e.occurredAt(), e.reason() + " / " + e.reasonEn(), e.code());
            case DossierEvent.HandedOver e ->
                next.handOver = new HandOver(
                        e.occurredAt(),
                        e.file().steps().isEmpty()
                                ? null
                                : e.file().steps().getFirst().agency());
            case DossierEvent.HandOverRefused e -> next.handOver = null;
            case DossierEvent.ProcessingStarted e -> next.reach(OfficialStatus.IN_PROCESS);
            case DossierEvent.ProcessingEnded e -> {
                next.reach(OfficialStatus.PROCESSED);
                next.ended = new Ended(e.occurredAt(), e.verdict(), e.resultNumber());
            }
            case DossierEvent.ResultAccepted e -> next.result = new ResultHeld(e.occurredAt(), e.oneStop());
            case DossierEvent.ResultItemDelivered e -> {
                // the item's own stream shows it
            }
            case DossierEvent.ReturnWayChanged e -> {
                if (next.filing != null) {
                    next.filing = next.filing.returnedBy(e.way());
                }
            }
            case DossierEvent.Returned e -> {
                next.reach(OfficialStatus.RETURNED);
                next.returnedAt = e.occurredAt();
            }
            case DossierEvent.AnomalyRecorded e -> next.anomalies.add(e.anomaly());
            case DossierEvent.SupplementRequested e -> next.supplementRequested(e);
            case DossierEvent.SupplementReceived e -> next.resumed(PauseReason.SUPPLEMENT, e.due());
            case DossierEvent.ObligationRequested e -> {
                next.standing = next.now().obligation(true);
                next.clock = next.clock.stopped(PauseReason.FINANCIAL_OBLIGATION, e.occurredAt(), e.ground());
            }
            case DossierEvent.ObligationMet e -> next.resumed(PauseReason.FINANCIAL_OBLIGATION, e.due());
            case DossierEvent.Paused e -> next.clock = next.clock.stopped(e.reason(), e.occurredAt(), e.ground());
            case DossierEvent.Resumed e -> next.resumed(e.reason(), e.due());
            case DossierEvent.PauseRefused e -> {
                // told in the timeline; nothing stands still
            }
            case DossierEvent.ExtensionRefused e -> {
                // as above; no date is promised
            }
            case DossierEvent.ComponentsChecked e -> {
                // told in the timeline
            }
            case DossierEvent.AnswerOverdue e -> {
                // as above
            }
            case DossierEvent.FeesDue e -> {
                // fees are an axis of their own, told in the timeline
            }
            case DossierEvent.FeePaid e -> {
                // as above
            }
            case DossierEvent.FeeWaived e -> {
                // as above
            }
            case DossierEvent.WithdrawalRequested e ->
                next.standing = next.now().withdrawal(true);
            case DossierEvent.WithdrawalRefused e -> next.standing = next.now().withdrawal(false);
            case DossierEvent.Stopped e -> {
                next.reach(OfficialStatus.STOPPED);
                next.stoppedAt = e.occurredAt();
                next.stopVerdict = e.verdict();
            }
            case DossierEvent.Extended e -> next.clock = next.clock.promised(e.promisedAt());
            case DossierEvent.Corrected e -> next.corrected(e);
            case DossierEvent.DueDateRederived e -> next.due(e.due());
        }
        return next.done();
    }

    private static final class Draft {
        private final long position;
        private @Nullable Standing standing;
        private @Nullable Filing filing;
        private @Nullable Reception reception;
        private @Nullable Refused refused;
        private @Nullable HandOver handOver;
        private @Nullable Ended ended;
        private @Nullable ResultHeld result;
        private @Nullable Instant returnedAt;
        private final List<DossierEvent.Anomaly> anomalies;
        private ClockFold clock;
        private long supplements;
        private @Nullable Supplement supplement;
        private @Nullable Instant stoppedAt;
        private @Nullable Verdict stopVerdict;

        Draft(DossierFold from, long position) {
            this.position = position;
            standing = from.standing;
            filing = from.filing;
            reception = from.reception;
            refused = from.refused;
            handOver = from.handOver;
            ended = from.ended;
            result = from.result;
            returnedAt = from.returnedAt;
            anomalies = new ArrayList<>(from.anomalies);
            clock = from.clockOrRunning();
            supplements = from.supplements;
            supplement = from.supplement;
            stoppedAt = from.stoppedAt;
            stopVerdict = from.stopVerdict;
        }

        /** A stream begins with its filing; whatever else it says, it can be shown. */
        Standing now() {
            return standing == null ? Standing.at(OfficialStatus.REGISTERED) : standing;
        }

        void reach(OfficialStatus stage) {
            standing = standing == null ? Standing.at(stage) : standing.reaching(stage);
        }

        void supplementRequested(DossierEvent.SupplementRequested event) {
            standing = now().supplement(true);
            supplements = event.nth();
            supplement = new Supplement(event.occurredAt(), event.request(), true);
            if (event.clockStopped()) {
                clock = clock.stopped(PauseReason.SUPPLEMENT, event.occurredAt(), event.ground());
            }
        }

        void resumed(PauseReason reason, DueChange due) {
            switch (reason) {
                case SUPPLEMENT -> {
                    standing = now().supplement(false);
                    supplement =
                            supplement == null ? null : new Supplement(supplement.at(), supplement.request(), false);
                }
                case FINANCIAL_OBLIGATION -> standing = now().obligation(false);
                case TAX_DETERMINATION,
                        PUBLIC_POSTING,
                        APPRAISAL,
                        OPINION,
                        VIOLATION_HANDLING,
                        INHERITANCE_DIVISION,
                        OTHER_LISTED -> {}
            }
            clock = clock.resumed(reason);
            due(due);
        }

        void due(DueChange due) {
            if (reception != null && due.newDueAt() != null) {
                reception = new Reception(reception.code(), reception.at(), due.newDueAt(), reception.oneStop());
            }
        }

        void corrected(DossierEvent.Corrected event) {
            if (event.fact() == DossierEvent.CorrectedFact.RECEIVED_AT && reception != null) {
                reception = new Reception(reception.code(), event.after(), reception.dueAt(), reception.oneStop());
            }
            due(event.due());
            if (ended != null) {
                Instant at = event.fact() == DossierEvent.CorrectedFact.ENDED_AT ? event.after() : ended.at();
                ended = new Ended(at, event.verdict(), ended.resultNumber());
            }
        }

        DossierFold done() {
            return new DossierFold(
                    position,
                    standing,
                    filing,
                    reception,
                    refused,
                    handOver,
                    ended,
                    result,
                    returnedAt,
                    anomalies,
                    clock.equals(ClockFold.RUNNING) ? null : clock,
                    supplements,
                    supplement,
                    stoppedAt,
                    stopVerdict);
        }
    }
}
