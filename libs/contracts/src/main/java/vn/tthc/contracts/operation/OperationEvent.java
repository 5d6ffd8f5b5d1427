package vn.tthc.contracts.operation;

import java.time.Instant;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.TthcEvent;

/**
 * Decisions about the system and its data. Stream {@code operation-<service>}, or one of its own for each erasure: {@code
 * operation-<service>.erasure.<person>}; topic {@code tthc.operation}.
 */
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

    /**
     * A person's data are to be unreadable from now on. Events stay as they are; the key goes.
     *
     * @param occurredAt when it was decided
     * @param person random id of the person, who is nobody once the key is gone
     * @param ground why the law demands it
     * @param decision number of the decision it rests on; no personal data
     */
    @EventType(value = "operation.person-erased", audience = Audience.INTERNAL)
    record PersonErased(Instant occurredAt, String person, ErasureGround ground, String decision)
            implements OperationEvent {}

    /**
     * A service no longer holds the person's key, nor anything it derived from the person's data.
     *
     * @param occurredAt when that was so
     * @param person random id of the person
     * @param service the service
     */
    @EventType(value = "operation.person-forgotten", audience = Audience.INTERNAL)
    record PersonForgotten(Instant occurredAt, String person, String service) implements OperationEvent {}

    /** Why a person's data are erased. */
    enum ErasureGround {
        /** What they were collected for is done, and no law demands to keep them. */
        PURPOSE_ENDED,
        /** The person has withdrawn consent. */
        CONSENT_WITHDRAWN,
        /** The person objects to their use. */
        OBJECTION,
        /** They were collected or used against the law. */
        UNLAWFUL_PROCESSING,
        /** A law or a competent authority demands it. */
        REQUIRED_BY_LAW
    }
}
