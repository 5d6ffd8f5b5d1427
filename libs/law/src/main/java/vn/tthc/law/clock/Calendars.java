package vn.tthc.law.clock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where working calendars come from: the ones shipped, and others from data. */
public final class Calendars {
    /** The version {@link #byDefault()} answers with. */
    public static final String DEFAULT_VERSION = "default-2026.2";

    private Calendars() {}

    /** The deadline calendar of an agency that has none of its own; built once. */
    public static WorkingCalendar byDefault() {
        return Default.CALENDAR;
    }

    /**
     * A calendar shipped with this library, so that an old due date can be computed again; built once.
     *
     * @param version as recorded with the due date, e.g. {@code default-2026.2}
     * @return empty when no such version is shipped
     */
    public static Optional<WorkingCalendar> shipped(String version) {
        if (!version.matches("[a-z0-9.-]{1,64}")) {
            return Optional.empty();
        }
        WorkingCalendar known = Shipped.BUILT.get(version);
        return known != null
                ? Optional.of(known)
                : read(version)
                        .map(text -> Shipped.BUILT.computeIfAbsent(version, v -> of(CalendarFormat.parse(text))));
    }

    /** The calendar of this data. Building takes milliseconds: keep what is returned. */
    public static WorkingCalendar of(CalendarSpec spec) {
        return new WorkingCalendar(spec);
    }

    /**
     * The data in the line format of the shipped files (described in {@code docs/clock.md}).
     *
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    public static CalendarSpec parse(String text) {
        return CalendarFormat.parse(text);
    }

    /**
     * The part of a calendar by which working time is counted, in the line format: the same hours and days from a year on,
     * without notes and decisions. What it gives is for counting alone; a due date is told with the whole of it.
     */
    public static String workingTime(CalendarSpec spec, int fromYear) {
        return CalendarFormat.workingTime(spec, fromYear);
    }

    private static Optional<String> read(String version) {
        try (InputStream in = Calendars.class.getResourceAsStream("/vn/tthc/law/calendars/" + version + ".csv")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As many as there are files in the jar, at most. */
    private static final class Shipped {
        static final Map<String, WorkingCalendar> BUILT = new ConcurrentHashMap<>();
    }

    private static final class Default {
        static final WorkingCalendar CALENDAR = shipped(DEFAULT_VERSION)
                .orElseThrow(() -> new IllegalStateException("calendar " + DEFAULT_VERSION + " is not in the jar"));
    }
}
