package vn.tthc.intake.reference;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.AppendResult;
import vn.tthc.platform.log.Commit;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.NewEvent;
import vn.tthc.platform.log.Provenance;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.log.StreamHead;

/**
 * The reference streams in the log. They are written to directly and have no aggregate: no rule decides what a file says,
 * the newest holds, and the log's compare-and-set already keeps two writers apart.
 */
final class ReferenceStreams {
    private static final int PAGE = 500;

    private final EventLog log;
    private final EventJson json;

    ReferenceStreams(EventLog log, EventJson json) {
        this.log = log;
        this.json = json;
    }

    /** A stream's events, oldest first. */
    record Past(long version, List<ReferenceEvent> events) {
        static final Past NONE = new Past(0, List.of());

        Past {
            events = List.copyOf(events);
        }
    }

    /** Every stream of a kind. */
    Map<StreamId, Past> read(StreamType type) {
        Map<StreamId, Past> streams = new LinkedHashMap<>();
        String prefix = type.prefix() + "-";
        @Nullable String after = null;
        List<StreamHead> heads;
        do {
            heads = log.heads(after, prefix, PAGE);
            for (StreamHead head : heads) {
                streams.put(StreamId.parse(head.stream()), new Past(head.version(), events(head)));
                after = head.stream();
            }
        } while (heads.size() == PAGE);
        return streams;
    }

    private List<ReferenceEvent> events(StreamHead head) {
        List<ReferenceEvent> events = new ArrayList<>();
        while (events.size() < head.version()) {
            List<RecordedEvent> page = log.read(head.stream(), events.size() + 1L, PAGE);
            if (page.isEmpty()) {
                throw new IllegalStateException("stream " + head.stream() + " ends before its head");
            }
            page.forEach(event -> events.add((ReferenceEvent)
                    json.read(event.envelope().type(), event.envelope().revision(), event.data())));
        }
        return events;
    }

    /** The hash by which a definition is known to be the one already published. */
    String contentHash(Object content) {
        try {
            byte[] bytes = json.mapper().writeValueAsBytes(content);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** One stream as it is now. */
    Past past(StreamId stream) {
        return log.head(stream.toString())
                .map(head -> new Past(head.version(), events(head)))
                .orElse(Past.NONE);
    }

    /** Appends to a stream that is at this version; started twice at once, both find the same commit. */
    void append(StreamId stream, long version, ReferenceEvent event, String contentHash) {
        String commandId = Ids.uuid("seed|" + stream + "|" + version + "|" + contentHash);
        append(
                stream,
                version,
                event,
                commandId,
                new Provenance(
                        new Actor("system", Set.of(Role.SYSTEM), null), Origin.LIVE, commandId, null, null, null));
    }

    /** Appends what somebody has published. */
    AppendResult append(StreamId stream, long version, ReferenceEvent event, String commandId, Provenance provenance) {
        EventType type = json.type(event.getClass());
        return log.append(new Commit(
                stream,
                version,
                commandId,
                null,
                null,
                provenance,
                List.of(new NewEvent(
                        Ids.uuid("event|" + commandId),
                        type.value(),
                        type.revision(),
                        event.occurredAt(),
                        type.audience(),
                        null,
                        json.write(event)))));
    }
}
