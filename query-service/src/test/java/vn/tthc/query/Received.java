package vn.tthc.query;

import java.util.Objects;
import java.util.Set;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.platform.consume.ReceivedEvent;

/** Events as a topic brings them. */
public final class Received {
    private Received() {}

    /** An event with its envelope, as a topic brings it. */
    public static ReceivedEvent of(StreamId stream, long version, TthcEvent event, String commandId) {
        EventType type = Objects.requireNonNull(event.getClass().getAnnotation(EventType.class));
        Envelope envelope = new Envelope(
                stream + "/" + version,
                type.value(),
                type.revision(),
                stream.toString(),
                version,
                event.occurredAt(),
                event.occurredAt(),
                Origin.LIVE,
                new Actor("someone", Set.of(Role.SYSTEM), null),
                commandId,
                null,
                "correlation",
                null,
                type.audience(),
                null,
                null,
                null);
        return new ReceivedEvent(envelope, event, Math.floorMod(stream.id().hashCode(), Topics.PARTITIONS));
    }
}
