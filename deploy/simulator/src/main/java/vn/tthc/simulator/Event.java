package vn.tthc.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event of an item as a carrier tells it; docs/carriers.md says what the fields mean. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Event(
        String eventId,
        String number,
        String code,
        @Nullable String reason,
        Instant occurredAt,
        long sequence,
        @Nullable Proof proof) {

    /** Who took it: an invented person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proof(String recipientName, String relation, String paperShown, String oneTimeCode) {}
}
