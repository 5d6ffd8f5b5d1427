package vn.tthc.postal.scans;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Many scans at once.
 *
 * @param scans taken as they come: one that cannot be read is refused by itself
 */
record ScanBatch(
        @ArraySchema(schema = @Schema(implementation = BatchScan.class)) @NotNull @Size(min = 1, max = ScanBatch.MOST)
        List<@Nullable JsonNode> scans) {
    /** So many in one request. */
    static final int MOST = 5_000;
}
