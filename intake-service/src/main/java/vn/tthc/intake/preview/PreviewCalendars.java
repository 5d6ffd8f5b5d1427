package vn.tthc.intake.preview;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.intake.reference.PublishedCalendars;
import vn.tthc.law.clock.Calendars;
import vn.tthc.law.clock.WorkingCalendar;

/** The calendars a preview may name: the newest by its id, and every published or shipped version by its version. */
@Component
class PreviewCalendars {
    private static final String USUAL = Calendars.byDefault().id();

    private final PublishedCalendars published;
    private final Map<String, WorkingCalendar> shipped = new ConcurrentHashMap<>();

    PreviewCalendars(PublishedCalendars published) {
        this.published = published;
    }

    /** The calendar of a name, the default one for none; empty when there is no such calendar. */
    Optional<WorkingCalendar> named(@Nullable String name) {
        if (name == null) {
            return published.current(USUAL);
        }
        // Only versions that are shipped are kept, so what callers ask for cannot fill the memory.
        return published
                .current(name)
                .or(() -> published.find(name))
                .or(() -> Optional.ofNullable(shipped.get(name)))
                .or(() -> Calendars.shipped(name).map(calendar -> keep(name, calendar)));
    }

    private WorkingCalendar keep(String name, WorkingCalendar calendar) {
        shipped.put(name, calendar);
        return calendar;
    }
}
