package vn.tthc.law.clock;

import static vn.tthc.law.clock.Wording.Language.EN;
import static vn.tthc.law.clock.Wording.Language.VI;
import static vn.tthc.law.clock.Wording.amount;
import static vn.tthc.law.clock.Wording.day;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The lines about days of a term in working time: each day that counted, each that did not, and why. */
final class DayLines {
    private final WorkingCalendar calendar;
    private final ClockRun run;
    private final List<ExplanationLine> lines;
    private final Instant end;

    DayLines(WorkingCalendar calendar, ClockRun run, List<ExplanationLine> lines) {
        this.calendar = calendar;
        this.run = run;
        this.lines = lines;
        Pause open = run.stoppedBy();
        end = open == null ? run.term().due() : open.from();
    }

    /** Adds the lines of every day from reception to the end. */
    void add(Instant received) {
        LocalDate first = VietnamTime.date(received);
        LocalDate last = VietnamTime.date(end.isAfter(received) ? end : received);
        first.datesUntil(last.plusDays(1)).forEach(date -> {
            run.shares().stream()
                    .filter(share -> beginsOn(share, date, first))
                    .map(PauseLines::counted)
                    .forEach(lines::addAll);
            tell(date);
        });
    }

    /** Whether this is the day to tell of a pause; one that began before reception is told first. */
    private static boolean beginsOn(PauseShare share, LocalDate date, LocalDate first) {
        LocalDate begin = VietnamTime.date(share.pause().from());
        return begin.isBefore(first) ? date.equals(first) : begin.equals(date);
    }

    private void tell(LocalDate date) {
        CalendarDay calendarDay = calendar.day(date);
        if (!calendar.isWorkingDay(date)) {
            lines.add(skipped(calendarDay));
            return;
        }
        Instant from =
                later(VietnamTime.instant(date.atStartOfDay()), run.term().start());
        Instant to = earlier(VietnamTime.instant(date.plusDays(1).atStartOfDay()), end);
        Duration open = between(from, to);
        Duration counted = run.shares().stream()
                .map(share -> between(later(from, share.from()), earlier(to, share.to())))
                .reduce(open, Duration::minus);
        if (!counted.isZero()) {
            lines.add(new ExplanationLine(
                    "COUNTED",
                    date,
                    day(date, VI) + ": tính " + amount(counted, VI) + madeUp(calendarDay, VI),
                    day(date, EN) + ": " + amount(counted, EN) + " counted" + madeUp(calendarDay, EN),
                    calendarDay.decision(),
                    counted));
        } else if (!open.isZero()) {
            lines.add(new ExplanationLine(
                    "PAUSED_DAY",
                    date,
                    day(date, VI) + ": không tính, thời hạn đang tạm dừng",
                    day(date, EN) + ": not counted, the clock stands still",
                    null,
                    Duration.ZERO));
        }
    }

    static ExplanationLine skipped(CalendarDay day) {
        return new ExplanationLine(
                "SKIPPED",
                day.date(),
                Wording.day(day.date(), VI) + ": không tính, " + day.vietnamese()
                        + (day.derived() ? " (suy ra từ luật)" : ""),
                Wording.day(day.date(), EN) + ": not counted, " + day.english() + (day.derived() ? " (derived)" : ""),
                day.decision(),
                Duration.ZERO);
    }

    private static String madeUp(CalendarDay day, Wording.Language language) {
        if (day.kind() != DayKind.MAKE_UP) {
            return "";
        }
        return " (" + (language == VI ? day.vietnamese() : day.english()) + ")";
    }

    private Duration between(Instant from, Instant to) {
        return from.isBefore(to) ? calendar.workingTimeBetween(from, to) : Duration.ZERO;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
