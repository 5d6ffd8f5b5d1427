package vn.tthc.processing.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.tthc.law.clock.Calendars;
import vn.tthc.law.clock.WorkingCalendar;

/** Calendars as they were built: building one takes milliseconds, and a case asks for its own with every event. */
final class KnownCalendars {
    /** Each holds the working time of a century. */
    private static final int MOST = 64;

    private static final float LOAD = 0.75f;

    private static final Map<String, WorkingCalendar> SHIPPED = new ConcurrentHashMap<>();

    private static final ReentrantLock LOCK = new ReentrantLock();

    /** By what was told with the hand-over; those used last are kept. */
    private static final Map<String, WorkingCalendar> TOLD = new LinkedHashMap<>(MOST, LOAD, true);

    private KnownCalendars() {}

    /** The calendar of that version, or everybody's where that version is not shipped. */
    static WorkingCalendar shipped(String version) {
        return SHIPPED.computeIfAbsent(version, v -> Calendars.shipped(v).orElseGet(Calendars::byDefault));
    }

    /** The calendar a hand-over brought along, in the line format. */
    static WorkingCalendar told(String content) {
        LOCK.lock();
        try {
            @Nullable WorkingCalendar known = TOLD.get(content);
            if (known == null) {
                known = Calendars.of(Calendars.parse(content));
                TOLD.put(content, known);
                if (TOLD.size() > MOST) {
                    TOLD.remove(TOLD.keySet().iterator().next());
                }
            }
            return known;
        } finally {
            LOCK.unlock();
        }
    }
}
