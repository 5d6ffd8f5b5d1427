package vn.tthc.law.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A working calendar (lịch làm việc): on which days and at which hours an office works, from 2000 to 2100. Immutable,
 * safe to share; the working time before every day is summed up once, so that each question below is a binary search.
 *
 * <p>Instants are exact to the nanosecond: seconds of a start are kept in what is computed from it. Dates and times of day
 * are those of {@code Asia/Ho_Chi_Minh}. Every method that takes a moment throws {@link IllegalArgumentException} when the
 * moment, or the answer, lies outside the years covered.
 */
public final class WorkingCalendar {
    static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private static final long NANOS_PER_DAY = Duration.ofDays(1).toNanos();
    private static final long NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Instant START = VietnamTime.instant(FIRST_DAY.atStartOfDay());
    private static final Instant END = VietnamTime.instant(LAST_DAY.plusDays(1).atStartOfDay());

    private static final Duration COVERED = Duration.between(START, END);

    private final CalendarSpec spec;
    private final CalendarDays days;
    private final List<DayPattern> patterns;
    private final byte[] patternOf;
    /** Working minutes before the day of that index. */
    private final int[] minutesBefore;

    WorkingCalendar(CalendarSpec spec) {
        this.spec = spec;
        days = new CalendarDays(spec);
        patterns = days.patterns();
        int count = (int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay()) + 1;
        patternOf = new byte[count];
        minutesBefore = new int[count + 1];
        for (int i = 0; i < count; i++) {
            patternOf[i] = (byte) days.patternIndex(FIRST_DAY.plusDays(i));
            minutesBefore[i + 1] = minutesBefore[i] + (int) (pattern(i).total() / NANOS_PER_MINUTE);
        }
    }

    /** The calendar's id. */
    public String id() {
        return spec.id();
    }

    /** The calendar's version; a due date is recorded with it. */
    public String version() {
        return spec.version();
    }

    /** Whether it is for deadlines or for reception. */
    public CalendarPurpose purpose() {
        return spec.purpose();
    }

    /** The data the calendar was built from. */
    public CalendarSpec spec() {
        return spec;
    }

    /** What a date is, and by which decision. */
    public CalendarDay day(LocalDate date) {
        index(date);
        return days.day(date);
    }

    /** Whether the office works on that date at all. */
    public boolean isWorkingDay(LocalDate date) {
        return pattern(index(date)).total() > 0;
    }

    /** The sessions of a date, in order; none on a day off. */
    public List<Session> sessions(LocalDate date) {
        return pattern(index(date)).sessions();
    }

    /** The end of office hours on that date, when it is a working day. */
    public Optional<Instant> closeOf(LocalDate date) {
        List<Session> sessions = sessions(date);
        return sessions.isEmpty()
                ? Optional.empty()
                : Optional.of(VietnamTime.instant(
                        LocalDateTime.of(date, sessions.getLast().close())));
    }

    /** The date itself when it is a working day, else the next working day. */
    public LocalDate workingDayFrom(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Whether the office is open at that moment; at the opening it is, at the close no longer. */
    public boolean isOpen(Instant at) {
        return nextOpening(at).equals(at);
    }

    /** The moment itself when the office is open, else the next opening. */
    public Instant nextOpening(Instant at) {
        long nanos = nanos(at);
        int day = (int) (nanos / NANOS_PER_DAY);
        long open = pattern(day).nextOpen(nanos % NANOS_PER_DAY);
        while (open < 0) {
            day++;
            if (day == patternOf.length) {
                throw beyond();
            }
            open = pattern(day).nextOpen(0);
        }
        return instant(day * NANOS_PER_DAY + open);
    }

    /** Whole working minutes between two moments; negative when the second comes first. */
    public long workingMinutesBetween(Instant from, Instant to) {
        return workingTimeBetween(from, to).toMinutes();
    }

    /** Working time between two moments, exact; negative when the second comes first. */
    public Duration workingTimeBetween(Instant from, Instant to) {
        return Duration.ofNanos(worked(to) - worked(from));
    }

    /**
     * The first moment by which so many working minutes have passed, so an end that falls on an opening is told as the
     * previous close. No minutes: the moment itself.
     *
     * @param minutes not negative
     */
    public Instant plusWorkingMinutes(Instant from, long minutes) {
        return plusWorkingTime(from, Duration.ofMinutes(minutes));
    }

    /** As {@link #plusWorkingMinutes}, exact to the nanosecond. */
    public Instant plusWorkingTime(Instant from, Duration amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("working time is added, not taken away: " + amount);
        }
        if (amount.compareTo(COVERED) > 0) {
            throw beyond();
        }
        return amount.isZero() ? from : momentOf(worked(from) + amount.toNanos());
    }

    /**
     * The first moment from which so much working time is left until another: the latest start of work that must be done
     * by then, told as the previous close where it falls on an opening. None: the moment itself.
     *
     * @param amount not negative
     */
    public Instant minusWorkingTime(Instant until, Duration amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("working time is taken away, not added: " + amount);
        }
        if (amount.compareTo(COVERED) > 0 || worked(until) < amount.toNanos()) {
            throw beyond();
        }
        return amount.isZero() ? until : momentOf(worked(until) - amount.toNanos());
    }

    /** Working nanoseconds from the first day covered up to that moment. */
    long worked(Instant at) {
        long nanos = nanos(at);
        int day = (int) (nanos / NANOS_PER_DAY);
        return minutesBefore[day] * NANOS_PER_MINUTE + pattern(day).worked(nanos % NANOS_PER_DAY);
    }

    /** The first moment at which {@link #worked} has reached that amount, which is more than none. */
    Instant momentOf(long worked) {
        if (worked > minutesBefore[patternOf.length] * NANOS_PER_MINUTE) {
            throw beyond();
        }
        int low = 0;
        int high = patternOf.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (minutesBefore[middle] * NANOS_PER_MINUTE < worked) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return instant(low * NANOS_PER_DAY + pattern(low).momentOf(worked - minutesBefore[low] * NANOS_PER_MINUTE));
    }

    private DayPattern pattern(int day) {
        return patterns.get(patternOf[day]);
    }

    private int index(LocalDate date) {
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            throw beyond();
        }
        return (int) (date.toEpochDay() - FIRST_DAY.toEpochDay());
    }

    private long nanos(Instant at) {
        if (at.isBefore(START) || !at.isBefore(END)) {
            throw beyond();
        }
        return (at.getEpochSecond() - START.getEpochSecond()) * 1_000_000_000L + at.getNano();
    }

    private static Instant instant(long nanos) {
        return START.plusNanos(nanos);
    }

    private IllegalArgumentException beyond() {
        return new IllegalArgumentException("calendar " + version() + " covers " + FIRST_DAY + " to " + LAST_DAY);
    }
}
