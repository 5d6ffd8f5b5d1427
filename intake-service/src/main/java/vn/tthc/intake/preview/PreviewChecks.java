package vn.tthc.intake.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tthc.intake.preview.PreviewBody.PauseBody;
import vn.tthc.law.TermUnit;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.law.clock.WorkingCalendar;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;

/** What makes no sense in a request for a due date, beside what its types and annotations say. */
final class PreviewChecks {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final List<FieldProblem> problems = new ArrayList<>();

    private PreviewChecks() {}

    static List<FieldProblem> problems(PreviewBody body, Optional<WorkingCalendar> calendar) {
        PreviewChecks checks = new PreviewChecks();
        checks.year("receivedAt", body.receivedAt());
        checks.amount(body.term());
        if (calendar.isEmpty()) {
            checks.add(
                    "calendar",
                    FieldReason.UNKNOWN_CALENDAR,
                    "Không có lịch làm việc này.",
                    "There is no such calendar.");
        }
        List<PauseBody> pauses = body.stops();
        for (int i = 0; i < pauses.size(); i++) {
            checks.pause("pauses[" + i + "]", pauses.get(i));
        }
        return checks.problems;
    }

    private void pause(String field, PauseBody pause) {
        year(field + ".from", pause.from());
        year(field + ".to", pause.to());
        if (pause.to() != null && pause.to().isBefore(pause.from())) {
            add(
                    field + ".to",
                    FieldReason.BEFORE_FROM,
                    "Thời điểm kết thúc sớm hơn bắt đầu.",
                    "It ends before it begins.");
        }
    }

    private void amount(PreviewBody.TermBody term) {
        int most = most(term.unit());
        if (term.amount() > most) {
            add(
                    "term.amount",
                    FieldReason.TOO_LARGE,
                    "Thời hạn tối đa là " + most + " " + term.unit() + ".",
                    "The longest term is " + most + " " + term.unit() + ".");
        }
    }

    /** Ten years: far above every published term. */
    private static int most(TermUnit unit) {
        return switch (unit) {
            case HOUR -> 20_000;
            case WORKING_DAY -> 2_500;
            case DAY -> 3_650;
            case MONTH -> 120;
        };
    }

    private void year(String field, @Nullable Instant at) {
        if (at == null) {
            return;
        }
        int year = VietnamTime.date(at).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            add(field, FieldReason.OUT_OF_RANGE, "Năm phải từ 2000 đến 2100.", "The year must be 2000 to 2100.");
        }
    }

    private void add(String field, FieldReason code, String vi, String en) {
        problems.add(FieldProblem.of(field, code, vi, en));
    }
}
