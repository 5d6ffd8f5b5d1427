package vn.tthc.intake.preview;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.law.clock.Calendars;
import vn.tthc.law.clock.WorkingCalendar;

/** The calendars a preview may name: the one in use by its id, and every shipped version by its version. */
@Component
class PreviewCalendars {
    private final WorkingCalendar inUse;
    private final Map<String, WorkingCalendar> built = new ConcurrentHashMap<>();

    PreviewCalendars(WorkingCalendar inUse) {
        this.inUse = inUse;
        built.put(inUse.version(), inUse);
    }

    /** The calendar of a name, the one in use for none; empty when there is no such calendar. */
    Optional<WorkingCalendar> named(@Nullable String name) {
        if (name == null || name.equals(inUse.id())) {
            return Optional.of(inUse);
        }
        // Only versions that are shipped are kept, so what callers ask for cannot fill the memory.
        return Optional.ofNullable(built.get(name))
                .or(() -> Calendars.shipped(name).map(calendar -> keep(name, calendar)));
    }

    private WorkingCalendar keep(String name, WorkingCalendar calendar) {
        built.put(name, calendar);
        return calendar;
    }
}
