package vn.tthc.platform.consume;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.operation.OperationEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.Commit;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.NewEvent;
import vn.tthc.platform.log.Provenance;
import vn.tthc.platform.log.StreamHead;
import vn.tthc.platform.log.VersionConflict;

/**
 * Puts on record that somebody passed over an event, before it is passed over: history has no silent holes. Written
 * straight to the log, because there is no rule that could refuse it and so no aggregate.
 */
final class SkipRecorder {
    private static final int RACES = 5;

    private final StreamId stream;
    private final EventLog log;
    private final EventJson json;
    private final InstantSource clock;

    SkipRecorder(String service, EventLog log, EventJson json, InstantSource clock) {
        this.stream = new StreamId(StreamType.OPERATION, service);
        this.log = log;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Records it; the same skip is recorded once.
     *
     * @throws VersionConflict when others wrote to the stream again and again
     */
    void record(String consumer, String dossier, String ofStream, long version, String reason, Actor actor) {
        OperationEvent.RecordSkipped event =
                new OperationEvent.RecordSkipped(clock.instant(), consumer, dossier, ofStream, version, reason);
        EventType type = json.type(event.getClass());
        NewEvent encoded = new NewEvent(
                UUID.randomUUID().toString(),
                type.value(),
                type.revision(),
                event.occurredAt(),
                type.audience(),
                null,
                json.write(event));
        Provenance by = new Provenance(actor, Origin.LIVE, UUID.randomUUID().toString(), null, null, null);
        String command = "skip/" + consumer + "/" + ofStream + "@" + version;
        for (int race = 1; ; race++) {
            long head = log.head(stream.toString()).map(StreamHead::version).orElse(0L);
            try {
                log.append(new Commit(stream, head, command, null, null, by, List.of(encoded)));
                return;
            } catch (VersionConflict e) {
                if (race == RACES) {
                    throw e;
                }
            }
        }
    }
}
