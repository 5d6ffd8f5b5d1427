package vn.tthc.law.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.tthc.law.TermUnit;

/**
 * A second clock that walks minute by minute, written from the prose of the rules alone: it shares no code, no data and no
 * idea with the first. For whole minutes of 2026 and 2027 only.
 */
final class NaiveClock {
    private static final Set<LocalDate> OFF = days(
            "2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-27 2026-04-30",
            "2026-05-01 2026-08-31 2026-09-01 2026-09-02 2027-01-01 2027-02-04 2027-02-05 2027-02-08 2027-02-09",
            "2027-02-10 2027-04-16 2027-04-30 2027-05-03 2027-09-02 2027-09-03");
    private static final Set<LocalDate> MADE_UP = days("2026-01-10 2026-08-22");

    private NaiveClock() {}

    /** A pause in local time. */
    record Stop(LocalDateTime from, LocalDateTime to) {
        boolean holds(LocalDateTime minute) {
            return !minute.isBefore(from) && minute.isBefore(to);
        }
    }

    static LocalDateTime due(
            LocalDateTime received, int amount, TermUnit unit, List<Stop> stops, boolean cutOffAtThree) {
        Predicate<LocalDateTime> stopped = minute -> stops.stream().anyMatch(stop -> stop.holds(minute));
        return switch (unit) {
            case HOUR ->
                worked(received, cutOffAtThree && amount <= 8 ? sameDayMinutes(received) : amount * 60L, stopped);
            case WORKING_DAY ->
                worked(received, cutOffAtThree && amount == 1 ? sameDayMinutes(received) : amount * 480L, stopped);
            case DAY -> elapsed(received, received.plusDays(amount), stopped);
            case MONTH -> elapsed(received, sameDayOfMonth(received, amount), stopped);
        };
    }

    private static LocalDateTime worked(LocalDateTime received, long minutes, Predicate<LocalDateTime> stopped) {
        LocalDateTime minute = received;
        for (long left = minutes; left > 0; minute = minute.plusMinutes(1)) {
            if (open(minute) && !stopped.test(minute)) {
                left--;
            }
        }
        return minute;
    }

    /** Working minutes from the start of the clock to the close that a same-day dossier has. */
    private static long sameDayMinutes(LocalDateTime received) {
        LocalDateTime start = received;
        while (!open(start)) {
            start = start.plusMinutes(1);
        }
        LocalDate day = start.toLocalDate();
        if (day.equals(received.toLocalDate()) && received.toLocalTime().isAfter(LocalTime.of(15, 0))) {
            do {
                day = day.plusDays(1);
            } while (!workingDay(day));
        }
        long minutes = 0;
        for (LocalDateTime m = start; m.isBefore(day.atTime(17, 0)); m = m.plusMinutes(1)) {
            minutes += open(m) ? 1 : 0;
        }
        return minutes;
    }

    /** A pause never shortens: what would have been due when it began is still waited for. */
    private static LocalDateTime elapsed(LocalDateTime received, LocalDateTime end, Predicate<LocalDateTime> stopped) {
        LocalDateTime minute = received;
        LocalDateTime target = end;
        LocalDateTime told = received;
        while (true) {
            while (minute.isBefore(target)) {
                if (stopped.test(minute)) {
                    boolean begins = minute.equals(received) || !stopped.test(minute.minusMinutes(1));
                    told = begins ? later(told, onWorkingDay(target)) : told;
                    target = target.plusMinutes(1);
                }
                minute = minute.plusMinutes(1);
            }
            LocalDateTime next = later(told, onWorkingDay(minute));
            if (next.equals(minute)) {
                return minute;
            }
            target = next;
        }
    }

    private static LocalDateTime onWorkingDay(LocalDateTime moment) {
        LocalDateTime moved = moment;
        while (!workingDay(moved.toLocalDate())) {
            moved = moved.plusDays(1);
        }
        return moved;
    }

    private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDateTime sameDayOfMonth(LocalDateTime received, int months) {
        int index = received.getYear() * 12 + received.getMonthValue() - 1 + months;
        YearMonth month = YearMonth.of(index / 12, index % 12 + 1);
        int day = Math.min(received.getDayOfMonth(), month.lengthOfMonth());
        return LocalDateTime.of(month.atDay(day), received.toLocalTime());
    }

    private static boolean open(LocalDateTime minute) {
        int of = minute.getHour() * 60 + minute.getMinute();
        boolean morning = of >= 7 * 60 && of < 11 * 60 + 30;
        boolean afternoon = of >= 13 * 60 + 30 && of < 17 * 60;
        return (morning || afternoon) && workingDay(minute.toLocalDate());
    }

    static boolean workingDay(LocalDate date) {
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? MADE_UP.contains(date) : !OFF.contains(date);
    }

    private static Set<LocalDate> days(String... lines) {
        return Set.of(String.join(" ", lines).split(" ")).stream()
                .map(LocalDate::parse)
                .collect(Collectors.toUnmodifiableSet());
    }
}
