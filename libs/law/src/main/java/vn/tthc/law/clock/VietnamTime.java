package vn.tthc.law.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of the law: {@code Asia/Ho_Chi_Minh}. In the years a calendar covers (2000 to 2100) that zone is UTC+7
 * without exception, which is what the arithmetic below relies on; a test holds it against the zone rules.
 */
public final class VietnamTime {
    /** The zone in which the law counts days and hours. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);

    private VietnamTime() {}

    /** The date and time in Vietnam. */
    public static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, OFFSET);
    }

    /** The date in Vietnam. */
    public static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, OFFSET);
    }

    /** The instant of a date and time in Vietnam. */
    public static Instant instant(LocalDateTime local) {
        return local.toInstant(OFFSET);
    }
}
