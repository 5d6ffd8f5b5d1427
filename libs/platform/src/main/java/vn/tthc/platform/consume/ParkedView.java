package vn.tthc.platform.consume;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A parked record as an operator sees it.
 *
 * @param id place among the parked records
 * @param consumer who could not handle it
 * @param dossier what is parked together
 * @param stream its stream
 * @param version its version
 * @param type logical name of the event, null when the record cannot be read
 * @param reason why it could not be handled
 * @param attempts how often it was tried
 * @param parkedAt since when
 * @param topic where it came from
 * @param partition its partition
 * @param offset its offset
 * @param payload its data with every word covered, only when one record is looked at
 */
record ParkedView(
        long id,
        String consumer,
        String dossier,
        String stream,
        long version,
        @Nullable String type,
        String reason,
        int attempts,
        Instant parkedAt,
        String topic,
        int partition,
        long offset,
        @Nullable JsonNode payload) {}
