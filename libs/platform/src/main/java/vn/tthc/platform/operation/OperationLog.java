package vn.tthc.platform.operation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.operation.OperationEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.AppendResult;
import vn.tthc.platform.log.Commit;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.NewEvent;
import vn.tthc.platform.log.Provenance;
import vn.tthc.platform.log.StreamHead;
import vn.tthc.platform.log.VersionConflict;

/**
 * Writes decisions about the system straight to the log, because there is no rule left that could refuse them and so no
 * aggregate.
 */
public final class OperationLog {
    private static final int RACES = 5;

    private final String service;
    private final EventLog log;
    private final EventJson json;

    public OperationLog(String service, EventLog log, EventJson json) {
        this.service = service;
        this.log = log;
        this.json = json;
    }

    /** The name of this service. */
    public String service() {
        return service;
    }

    /** The stream of this service's own decisions, or with a name one beside it. */
    public StreamId stream(@Nullable String name) {
        return new StreamId(StreamType.OPERATION, name == null ? service : service + "." + name);
    }

    /**
     * Records a decision; the same command, or the same cause, is recorded once.
     *
     * @param commandId names the command
     * @param cause the event it follows from, if it does
     * @throws VersionConflict when others wrote to the stream again and again
     */
    public AppendResult record(
            StreamId stream, String commandId, @Nullable Cause cause, OperationEvent event, Provenance by) {
        EventType type = json.type(event.getClass());
        NewEvent encoded = new NewEvent(
                UUID.randomUUID().toString(),
                type.value(),
                type.revision(),
                event.occurredAt(),
                type.audience(),
                null,
                json.write(event));
        for (int race = 1; ; race++) {
            long head = log.head(stream.toString()).map(StreamHead::version).orElse(0L);
            try {
                return log.append(new Commit(stream, head, commandId, null, cause, by, List.of(encoded)));
            } catch (VersionConflict e) {
                if (race == RACES) {
                    throw e;
                }
            }
        }
    }
}
