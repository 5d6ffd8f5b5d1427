package vn.tthc.platform.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Audience;

/**
 * An event on its way into the log, its data already encoded.
 *
 * @param id unique for ever
 * @param type logical name
 * @param revision shape of the data
 * @param occurredAt when it happened
 * @param audience for whom it is meant
 * @param dossierId the dossier it belongs to, when there is one
 * @param data JSON in UTF-8, stored as it is for ever
 */
public record NewEvent(
        String id,
        String type,
        int revision,
        Instant occurredAt,
        Audience audience,
        @Nullable String dossierId,
        byte[] data) {}
