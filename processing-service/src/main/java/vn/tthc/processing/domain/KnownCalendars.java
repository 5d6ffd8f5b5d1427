package vn.tthc.processing.domain;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.tthc.law.clock.Calendars;
import vn.tthc.law.clock.WorkingCalendar;

/** Shipped calendars, each built once. */
final class KnownCalendars {
    private static final Map<String, WorkingCalendar> BUILT = new ConcurrentHashMap<>();

    private KnownCalendars() {}

    /** The calendar of that version, or everybody's where that version is not shipped. */
    static WorkingCalendar of(String version) {
        return BUILT.computeIfAbsent(version, v -> Calendars.shipped(v).orElseGet(Calendars::byDefault));
    }
}
