package vn.tthc.query.dossierview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Verdict;

/**
 * What the dossier's own stream has told so far: the legal facts, and alone the official status.
 *
 * @param position version of the last event taken
 * @param status official status, null before the first event
 * @param filing how it was filed
 * @param reception the reception, once there is one
 * @param refused the refusal of it
 * @param handOver the hand-over to the first agency, while none has refused it
 * @param ended the end of processing
 * @param result the result in the one-stop's hands
 * @param returnedAt when the result was with the citizen
 * @param anomalies contradictions in its dates
 */
public record DossierFold(
        long position,
        @Nullable OfficialStatus status,
        @Nullable Filing filing,
        @Nullable Reception reception,
        @Nullable Refused refused,
        @Nullable HandOver handOver,
        @Nullable Ended ended,
        @Nullable ResultHeld result,
        @Nullable Instant returnedAt,
        List<DossierEvent.Anomaly> anomalies) {

    /** Nothing heard yet. */
    public static final DossierFold EMPTY =
            new DossierFold(0, null, null, null, null, null, null, null, null, List.of());

    public DossierFold {
        anomalies = List.copyOf(anomalies);
    }

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
                next.status = OfficialStatus.REGISTERED;
                next.filing = Filing.of(e, envelope);
            }
            case DossierEvent.Imported e -> {
                next.status = OfficialStatus.RECEIVED;
                next.filing = Filing.of(e, envelope);
                next.reception = new Reception(
                        e.file().code(),
                        e.file().receivedAt(),
                        e.file().dueAt(),
                        e.file().oneStop());
            }
            case DossierEvent.Received e -> {
                next.status = OfficialStatus.RECEIVED;
                next.reception = new Reception(e.code(), e.occurredAt(), e.dueAt(), e.receiving());
            }
            case DossierEvent.ReceptionRefused e -> {
                next.status = OfficialStatus.NOT_RECEIVED;
                next.refused = new Refused(e.occurredAt(), e.reason(), e.ground());
            }
            case DossierEvent.HandedOver e ->
                next.handOver = new HandOver(
                        e.occurredAt(),
                        e.file().steps().isEmpty()
                                ? null
                                : e.file().steps().getFirst().agency());
            case DossierEvent.HandOverRefused e -> next.handOver = null;
            case DossierEvent.ProcessingStarted e -> next.status = OfficialStatus.IN_PROCESS;
            case DossierEvent.ProcessingEnded e -> {
                next.status = OfficialStatus.PROCESSED;
                next.ended = new Ended(e.occurredAt(), e.verdict(), e.resultNumber());
            }
            case DossierEvent.ResultAccepted e -> next.result = new ResultHeld(e.occurredAt(), e.oneStop());
            case DossierEvent.ResultItemDelivered e -> {
                // the item's own stream shows it
            }
            case DossierEvent.Returned e -> {
                next.status = OfficialStatus.RETURNED;
                next.returnedAt = e.occurredAt();
            }
            case DossierEvent.AnomalyRecorded e -> next.anomalies.add(e.anomaly());
        }
        return next.done();
    }

    private static final class Draft {
        private final long position;
        private @Nullable OfficialStatus status;
        private @Nullable Filing filing;
        private @Nullable Reception reception;
        private @Nullable Refused refused;
        private @Nullable HandOver handOver;
        private @Nullable Ended ended;
        private @Nullable ResultHeld result;
        private @Nullable Instant returnedAt;
        private final List<DossierEvent.Anomaly> anomalies;

        Draft(DossierFold from, long position) {
            this.position = position;
            status = from.status;
            filing = from.filing;
            reception = from.reception;
            refused = from.refused;
            handOver = from.handOver;
            ended = from.ended;
            result = from.result;
            returnedAt = from.returnedAt;
            anomalies = new ArrayList<>(from.anomalies);
        }

        DossierFold done() {
            return new DossierFold(
                    position, status, filing, reception, refused, handOver, ended, result, returnedAt, anomalies);
        }
    }
}
