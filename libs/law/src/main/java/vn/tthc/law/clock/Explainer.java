package vn.tthc.law.clock;

import static vn.tthc.law.clock.Wording.Language.EN;
import static vn.tthc.law.clock.Wording.Language.VI;
import static vn.tthc.law.clock.Wording.channel;
import static vn.tthc.law.clock.Wording.moment;
import static vn.tthc.law.clock.Wording.term;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a clock that has run as lines people can follow. Computes nothing that decides: the run is given. */
final class Explainer {
    private static final String PROCEDURE = "Thủ tục hành chính được công bố";
    private static final String CIVIL_CODE = "Bộ luật Dân sự 2015, Điều 148 khoản 5";
    private static final String ON_TIME = "Quyết định 766/QĐ-TTg, chỉ tiêu 2.1";

    private final DeadlineRequest request;
    private final WorkingCalendar calendar;
    private final ClockRun run;
    private final List<ExplanationLine> lines = new ArrayList<>();

    Explainer(DeadlineRequest request, WorkingCalendar calendar, ClockRun run) {
        this.request = request;
        this.calendar = calendar;
        this.run = run;
    }

    List<ExplanationLine> lines() {
        Instant received = request.receivedAt();
        add(
                "START",
                VietnamTime.date(received),
                "Tiếp nhận " + channel(request.channel(), VI) + " lúc " + moment(received, VI),
                "Received " + channel(request.channel(), EN) + " at " + moment(received, EN),
                null);
        opening();
        termLine();
        switch (run.term()) {
            case TermClock.WorkingTime working -> new DayLines(calendar, run, lines).add(received);
            case TermClock.CalendarTime time -> calendarTime(time);
        }
        run.shares().stream().map(PauseLines::ignored).forEach(lines::addAll);
        Pause open = run.stoppedBy();
        if (open == null) {
            due(run.term().due());
        } else {
            stopped(open);
        }
        return List.copyOf(lines);
    }

    private void opening() {
        Instant start = run.term().start();
        if (!start.equals(request.receivedAt())) {
            add(
                    "OPENING",
                    VietnamTime.date(start),
                    "Ngoài giờ làm việc: thời hạn tính từ " + moment(start, VI),
                    "Outside office hours: the term runs from " + moment(start, EN),
                    "(unsourced)");
        }
    }

    private void termLine() {
        add("TERM", null, "Thời hạn: " + term(request.term(), VI), "Term: " + term(request.term(), EN), PROCEDURE);
        if (TermClock.afterCutOff(request, run.term().start())) {
            add(
                    "CUT_OFF",
                    null,
                    "Tiếp nhận sau " + request.sameDayCutOff() + ": trả kết quả trong ngày làm việc tiếp theo",
                    "Received after " + request.sameDayCutOff() + ": due on the next working day",
                    PROCEDURE);
        } else if (request.sameDay()) {
            add(
                    "SAME_DAY",
                    null,
                    "Thủ tục giải quyết trong ngày: đến hết giờ làm việc",
                    "Same-day procedure: until the close of the day",
                    PROCEDURE);
        }
    }

    private void calendarTime(TermClock.CalendarTime time) {
        run.shares().stream().map(PauseLines::counted).forEach(lines::addAll);
        if (run.stoppedBy() != null) {
            return;
        }
        LocalDate end = time.end().toLocalDate();
        Instant at = VietnamTime.instant(time.end());
        LocalDate moved = calendar.workingDayFrom(end);
        add("TERM_END", end, "Thời hạn hết lúc " + moment(at, VI), "The term ends at " + moment(at, EN), null);
        end.datesUntil(moved).forEach(day -> lines.add(DayLines.skipped(calendar.day(day))));
        if (!moved.equals(end)) {
            add(
                    "MOVED",
                    moved,
                    "Hết hạn vào ngày nghỉ: chuyển sang ngày làm việc tiếp theo",
                    "Ends on a day off: moved to the next working day",
                    CIVIL_CODE);
        }
        if (time.due().isAfter(VietnamTime.instant(time.end().with(moved)))) {
            add(
                    "KEPT",
                    VietnamTime.date(time.due()),
                    "Tạm dừng không làm ngắn thời hạn: giữ hạn đã có trước khi tạm dừng",
                    "A pause never shortens a term: the due moment before the pause is kept",
                    null);
        }
    }

    private void due(Instant due) {
        add("DUE", VietnamTime.date(due), "Hạn trả kết quả: " + moment(due, VI), "Due: " + moment(due, EN), ON_TIME);
    }

    private void stopped(Pause open) {
        lines.add(PauseLines.open(open));
        add(
                "STOPPED",
                VietnamTime.date(open.from()),
                "Chưa xác định hạn trả kết quả: thời hạn đang tạm dừng",
                "No due date yet: the clock stands still",
                null);
    }

    private void add(String code, @Nullable LocalDate date, String vi, String en, @Nullable String ground) {
        lines.add(new ExplanationLine(code, date, vi, en, ground, Duration.ZERO));
    }
}
