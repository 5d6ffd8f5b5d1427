package vn.tthc.platform.consume;

import java.time.InstantSource;
import java.util.UUID;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.operation.OperationEvent;
import vn.tthc.platform.log.Provenance;
import vn.tthc.platform.operation.OperationLog;

/** Puts on record that somebody passed over an event, before it is passed over: history has no silent holes. */
final class SkipRecorder {
    private final OperationLog log;
    private final InstantSource clock;

    SkipRecorder(OperationLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Records it; the same skip is recorded once.
     *
     * @throws vn.tthc.platform.log.VersionConflict when others wrote to the stream again and again
     */
    void record(String consumer, String dossier, String ofStream, long version, String reason, Actor actor) {
        log.record(
                log.stream(null),
                "skip/" + consumer + "/" + ofStream + "@" + version,
                null,
                new OperationEvent.RecordSkipped(clock.instant(), consumer, dossier, ofStream, version, reason),
                new Provenance(actor, Origin.LIVE, UUID.randomUUID().toString(), null, null, null));
    }
}
