package vn.tthc.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an event beside its data; the same in the log and on a topic.
 *
 * @param id unique for ever
 * @param type logical name ({@link EventType#value()})
 * @param revision shape of the data ({@link EventType#revision()})
 * @param stream the stream it belongs to, see {@link StreamId}
 * @param version place in the stream, from 1 without a gap; the only order there is
 * @param occurredAt when it happened
 * @param recordedAt when the log took it, to the millisecond
 * @param origin how its own time is to be trusted
 * @param actor who did it
 * @param commandId the command whose outcome it is; a log accepts one commit per command and stream
 * @param cause the event it answers, when a service acted by itself
 * @param correlation the same through everything that one request set off
 * @param trace W3C traceparent, when there was one
 * @param audience for whom it is meant
 * @param dossierId the dossier it belongs to, when there is one; then also the partition key
 * @param procedureVersion {@code code@version} the dossier is pinned to, when known
 * @param externalId how the source outside calls it, when it came from outside
 */
public record Envelope(
        String id,
        String type,
        int revision,
        String stream,
        long version,
        Instant occurredAt,
        Instant recordedAt,
        Origin origin,
        Actor actor,
        String commandId,
        @Nullable Cause cause,
        String correlation,
        @Nullable String trace,
        Audience audience,
        @Nullable String dossierId,
        @Nullable String procedureVersion,
        @Nullable String externalId) {}
