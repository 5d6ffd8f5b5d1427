package vn.tthc.platform.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vn.tthc.contracts.Envelope;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.event.UnknownEvent;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.HashChain;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.log.StreamHead;
import vn.tthc.platform.relay.EventRecords;

/** Walks every stream of a log up to a moment: versions without a gap, hashes that follow, events that can be read. */
final class LogWalk {
    private static final int STREAMS = 500;
    private static final int EVENTS = 500;

    private final EventLog log;
    private final EventJson json;
    private final Instant recordedBefore;
    private final Differences differences;
    private final Map<String, Fixed> streams = new HashMap<>();
    private long events;

    LogWalk(EventLog log, EventJson json, Instant recordedBefore, Differences differences) {
        this.log = log;
        this.json = json;
        this.recordedBefore = recordedBefore;
        this.differences = differences;
    }

    /**
     * How far a stream is compared.
     *
     * @param version its last version before the moment
     * @param key its partition key
     */
    record Fixed(long version, String key) {}

    Map<String, Fixed> streams() {
        return streams;
    }

    long events() {
        return events;
    }

    void run() {
        String after = null;
        List<StreamHead> page;
        do {
            page = log.heads(after, "", STREAMS);
            page.forEach(this::stream);
            after = page.isEmpty() ? after : page.getLast().stream();
        } while (page.size() == STREAMS);
    }

    private void stream(StreamHead head) {
        byte[] hash = HashChain.start();
        long version = 0;
        @Nullable String key = null;
        List<RecordedEvent> page;
        do {
            page = page(head.stream(), version + 1);
            for (RecordedEvent event : page) {
                Envelope envelope = event.envelope();
                if (!envelope.recordedAt().isBefore(recordedBefore)) {
                    fix(head.stream(), version, key);
                    return;
                }
                hash = HashChain.next(hash, event.meta(), event.data());
                check(head.stream(), version + 1, event, hash);
                hash = event.hash();
                version++;
                key = key == null ? EventRecords.key(envelope) : key;
            }
        } while (page.size() == EVENTS);
        if (version < head.version()) {
            differences.add("MISSING_IN_LOG", head.stream(), version + 1, "the head says version " + head.version());
        } else if (version == head.version() && !Arrays.equals(hash, head.hash())) {
            differences.add("HASH", head.stream(), version, "the head has another hash than the last event");
        }
        fix(head.stream(), version, key);
    }

    /** A page; when something in it cannot even be read as an envelope, what stands before that. */
    private List<RecordedEvent> page(String stream, long from) {
        try {
            return log.read(stream, from, EVENTS);
        } catch (JacksonException e) {
            List<RecordedEvent> readable = readable(stream, from);
            differences.add("UNREADABLE", stream, from + readable.size(), "the envelope is damaged");
            return readable;
        }
    }

    /** What stands on a page before the first event that cannot be read by itself. */
    private List<RecordedEvent> readable(String stream, long from) {
        List<RecordedEvent> readable = new ArrayList<>();
        for (long version = from; version < from + EVENTS; version++) {
            try {
                readable.addAll(log.read(stream, version, 1));
            } catch (JacksonException first) {
                return readable;
            }
        }
        return readable;
    }

    private void fix(String stream, long version, @Nullable String key) {
        if (version > 0 && key != null) {
            streams.put(stream, new Fixed(version, key));
            events += version;
        }
    }

    private void check(String stream, long expected, RecordedEvent event, byte[] hash) {
        Envelope envelope = event.envelope();
        if (envelope.version() != expected || !envelope.stream().equals(stream)) {
            differences.add("VERSION", stream, expected, "the log has version " + envelope.version() + " here");
        }
        if (!Arrays.equals(hash, event.hash())) {
            differences.add("HASH", stream, expected, "the hash does not follow from the one before and the bytes");
        }
        try {
            json.read(envelope.type(), envelope.revision(), event.data());
        } catch (UnknownEvent | JacksonException e) {
            differences.add("UNREADABLE", stream, expected, "an event of type " + envelope.type() + " cannot be read");
        }
    }
}
