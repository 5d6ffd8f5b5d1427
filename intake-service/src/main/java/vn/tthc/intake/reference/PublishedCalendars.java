package vn.tthc.intake.reference;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.intake.domain.CalendarBook;
import vn.tthc.law.clock.Calendars;
import vn.tthc.law.clock.WorkingCalendar;

/** Every published version of every working calendar, in memory; folded from the calendar streams. */
public final class PublishedCalendars implements CalendarBook {
    private static final String DEFAULT = Calendars.byDefault().id();

    private final Map<String, WorkingCalendar> byVersion = new ConcurrentHashMap<>();
    private final Map<String, String> decisions = new ConcurrentHashMap<>();
    private final Map<String, WorkingCalendar> newestById = new ConcurrentHashMap<>();

    private PublishedCalendars() {}

    /** The calendars of these events, oldest first. */
    static PublishedCalendars of(Collection<ReferenceEvent> events) {
        PublishedCalendars calendars = new PublishedCalendars();
        calendars.add(Calendars.byDefault(), null);
        for (ReferenceEvent event : events) {
            if (event instanceof ReferenceEvent.CalendarPublished published) {
                calendars.add(calendar(published), published.decision());
            }
        }
        return calendars;
    }

    /** The calendar of an event; one without content came with the software. */
    static WorkingCalendar calendar(ReferenceEvent.CalendarPublished published) {
        if (published.content() != null) {
            return Calendars.of(Calendars.parse(published.content()));
        }
        return Calendars.shipped(published.version())
                .orElseThrow(() -> new InvalidReference(
                        "calendar " + published.version() + " is not shipped with this software any more", null));
    }

    /** Makes a version known; it is the newest of its calendar from now on. */
    void add(WorkingCalendar calendar, @Nullable String decision) {
        decisions.put(calendar.version(), decision == null ? calendar.version() : decision);
        byVersion.put(calendar.version(), calendar);
        newestById.put(calendar.id(), calendar);
    }

    /** The calendar of that version, if it was ever published. */
    public Optional<WorkingCalendar> find(String version) {
        return Optional.ofNullable(byVersion.get(version));
    }

    /** The decision a version rests on; its own name where it came with the software. */
    public String decision(String version) {
        return decisions.getOrDefault(version, version);
    }

    /** The newest version of the calendar with that id. */
    public Optional<WorkingCalendar> current(String id) {
        return Optional.ofNullable(newestById.get(id));
    }

    /** The deadline calendar of an agency: its own, or the default one. */
    public WorkingCalendar of(String agencyId) {
        return current(agencyId).orElseGet(() -> Objects.requireNonNull(newestById.get(DEFAULT), "always there"));
    }

    @Override
    public WorkingCalendar version(String version) {
        return find(version).orElseThrow(() -> new IllegalStateException("there is no calendar of version " + version));
    }

    @Override
    public WorkingCalendar newest(String version) {
        return Objects.requireNonNull(newestById.get(version(version).id()), "published, so there is a newest");
    }
}
