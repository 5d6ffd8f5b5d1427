package vn.tthc.intake.domain;

import vn.tthc.law.clock.WorkingCalendar;

/** Every version of the working calendars ever used. */
public interface CalendarBook {
    /**
     * The calendar of a version, as recorded with a due date.
     *
     * @throws IllegalStateException when it is not there, which no published version ever is
     */
    WorkingCalendar version(String version);

    /** The newest version of the calendar that this is a version of. */
    WorkingCalendar newest(String version);
}
