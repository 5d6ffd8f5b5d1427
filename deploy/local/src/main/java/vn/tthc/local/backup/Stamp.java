package vn.tthc.local.backup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A moment as part of a file name, in UTC, to the second. */
public final class Stamp {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Stamp() {}

    /** Sorts as the moments do. */
    public static String of(Instant moment) {
        return FORMAT.format(moment);
    }
}
