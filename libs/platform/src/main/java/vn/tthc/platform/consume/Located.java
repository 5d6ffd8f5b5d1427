package vn.tthc.platform.consume;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vn.tthc.contracts.Envelope;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.event.UnknownEvent;
import vn.tthc.platform.relay.EventRecords;
import vn.tthc.platform.relay.PublishedEvent;
import vn.tthc.platform.relay.UnreadableRecord;

/**
 * A record, its place among the others and what it says.
 *
 * @param raw the record
 * @param dossier what is parked together: its key
 * @param stream its stream; for an unreadable record a name made of its partition
 * @param version its version; for an unreadable record the count of records up to it in its partition
 * @param event what it says, null when that cannot be read
 * @param unreadable why it cannot be read, null when it can
 */
record Located(
        RawRecord raw,
        String dossier,
        String stream,
        long version,
        @Nullable ReceivedEvent event,
        @Nullable RuntimeException unreadable) {
    private static final String NO_STREAM = "unreadable:";

    /** Finds the place of records. */
    record Finder(EventRecords records, EventJson json) {

        Located find(RawRecord raw) {
            PublishedEvent published;
            try {
                published = records.read(raw.headers(), raw.value());
            } catch (UnreadableRecord e) {
                String place = NO_STREAM + raw.topic() + "-" + raw.partition();
                return new Located(raw, raw.key() != null ? raw.key() : place, place, raw.offset() + 1, null, e);
            }
            Envelope envelope = published.envelope();
            String dossier = raw.key() != null ? raw.key() : EventRecords.key(envelope);
            try {
                var event = json.read(envelope.type(), envelope.revision(), published.data());
                var received = new ReceivedEvent(envelope, event, raw.partition());
                return new Located(raw, dossier, envelope.stream(), envelope.version(), received, null);
            } catch (UnknownEvent | JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
                return new Located(raw, dossier, envelope.stream(), envelope.version(), null, e);
            }
        }
    }

    /** Whether a stream name stands for records of which not even the stream could be read. */
    static boolean isNoStream(String stream) {
        return stream.startsWith(NO_STREAM);
    }
}
