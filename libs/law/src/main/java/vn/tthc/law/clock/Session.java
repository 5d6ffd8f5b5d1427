package vn.tthc.law.clock;

import java.time.Duration;
import java.time.LocalTime;

/**
 * One stretch of office hours within a day, whole minutes; the opening belongs to it, the close does not.
 *
 * @param open the opening (giờ mở cửa)
 * @param close the close, after the opening
 */
public record Session(LocalTime open, LocalTime close) {
    public Session {
        if (!open.isBefore(close)) {
            throw new IllegalArgumentException("a session opens before it closes, not " + open + "-" + close);
        }
        if (partOfMinute(open) || partOfMinute(close)) {
            throw new IllegalArgumentException("office hours are whole minutes, not " + open + "-" + close);
        }
    }

    private static boolean partOfMinute(LocalTime time) {
        return time.getSecond() != 0 || time.getNano() != 0;
    }

    /** How long the session lasts. */
    public Duration length() {
        return Duration.between(open, close);
    }

    /**
     * Reads {@code 07:00-11:30}.
     *
     * @throws IllegalArgumentException or {@link java.time.DateTimeException} when the text is not such a session
     */
    public static Session parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException("a session reads like 07:00-11:30, not " + text);
        }
        return new Session(
                LocalTime.parse(text.substring(0, dash).strip()),
                LocalTime.parse(text.substring(dash + 1).strip()));
    }
}
