package vn.tthc.query.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tthc.law.Channel;
import vn.tthc.law.Level;

/**
 * Conditions on a list of dossiers; all that are given must hold.
 *
 * @param status official status, 1 to 10
 * @param agency id of the agency that has it now
 * @param level level of that agency
 * @param channel how it was filed
 * @param source {@code live}, or the name of an import
 * @param procedure code of the procedure, without its version
 * @param code a number or code it goes by; alone
 * @param receivedFrom received (or, before that, filed) at this moment or on this day or later
 * @param receivedTo before this moment, or on this day or earlier
 * @param after where the page before ended
 * @param limit at most so many
 */
record DossierQuery(
        @Nullable @Min(1) @Max(10) Integer status,
        @Nullable @Size(max = 64) String agency,
        @Nullable Level level,
        @Nullable Channel channel,
        @Nullable @Size(max = 64) String source,
        @Nullable @Size(max = 64) String procedure,
        @Nullable @Size(max = 100) String code,
        @Nullable @Size(max = 40) String receivedFrom,
        @Nullable @Size(max = 40) String receivedTo,
        @Nullable @Size(max = 400) String after,
        @Nullable @Min(1) @Max(200) Integer limit) {
    private static final int DEFAULT_LIMIT = 20;

    /** The parameters there are. */
    static final Set<String> PARAMETERS = Set.of(
            "status",
            "agency",
            "level",
            "channel",
            "source",
            "procedure",
            "code",
            "receivedFrom",
            "receivedTo",
            "after",
            "limit");

    int pageSize() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    /** The conditions an index can serve, with their values as indexed. */
    Map<String, Object> equal() {
        Map<String, Object> equal = new TreeMap<>();
        put(equal, "status", status == null ? null : Long.valueOf(status));
        put(equal, "agency", agency);
        put(equal, "level", level == null ? null : level.name());
        put(equal, "channel", channel == null ? null : channel.name());
        put(equal, "source", source);
        put(equal, "procedure", procedure);
        return equal;
    }

    private static void put(Map<String, Object> equal, String field, @Nullable Object value) {
        if (value != null) {
            equal.put(field, value);
        }
    }
}
