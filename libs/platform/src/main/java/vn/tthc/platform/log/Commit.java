package vn.tthc.platform.log;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;

/**
 * The outcome of one command on one stream: all of it is stored, or nothing.
 *
 * @param stream where it goes
 * @param expectedVersion the version the stream must have now, 0 for a new one
 * @param commandId the command; a stream takes one commit per command
 * @param fingerprint hash of the request, so that a key used again for something else is noticed
 * @param cause the event it answers; a stream takes one commit per cause
 * @param provenance what its events share
 * @param events at least one
 */
public record Commit(
        StreamId stream,
        long expectedVersion,
        String commandId,
        @Nullable String fingerprint,
        @Nullable Cause cause,
        Provenance provenance,
        List<NewEvent> events) {
    /** Bytes of one event; what the broker takes in a record must never be smaller, or the relay would stand still. */
    public static final int LARGEST_EVENT = 800_000;

    public Commit {
        events = List.copyOf(events);
        for (NewEvent event : events) {
            if (event.data().length > LARGEST_EVENT) {
                throw new IllegalArgumentException("an event of " + event.data().length + " bytes is too large");
            }
        }
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a commit has at least one event");
        }
    }

    /**
     * Everything about one of its events, for whichever store keeps it.
     *
     * @param event one of its events
     * @param version the event's place in the stream
     * @param recordedAt when the commit was stored
     */
    public Envelope envelope(NewEvent event, long version, Instant recordedAt) {
        return new Envelope(
                event.id(),
                event.type(),
                event.revision(),
                stream.toString(),
                version,
                event.occurredAt(),
                recordedAt,
                provenance.origin(),
                provenance.actor(),
                commandId,
                cause,
                provenance.correlation(),
                provenance.trace(),
                event.audience(),
                event.dossierId(),
                provenance.procedureVersion(),
                provenance.externalId());
    }
}
