package vn.tthc.contracts.operation;

import java.time.Instant;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.TthcEvent;

/** Decisions of operators. Stream {@code operation-<service>}, topic {@code tthc.operation}. */
public sealed interface OperationEvent extends TthcEvent {

    /**
     * An event was passed over for good for one consumer.
     *
     * @param occurredAt when it was decided
     * @param consumer whose effect it will never have
     * @param dossier the dossier that was parked
     * @param stream stream of the event
     * @param version its version there
     * @param reason why, in the operator's words; no personal data
     */
    @EventType(value = "operation.record-skipped", audience = Audience.INTERNAL)
    record RecordSkipped(
            Instant occurredAt, String consumer, String dossier, String stream, long version, String reason)
            implements OperationEvent {}
}
