package vn.tthc.intake.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.LegalGround;
import vn.tthc.intake.domain.ClockRules;
import vn.tthc.intake.domain.DossierClock;
import vn.tthc.intake.domain.DossierState;
import vn.tthc.intake.dossier.Found;
import vn.tthc.law.Term;
import vn.tthc.law.Verdict;
import vn.tthc.law.clock.DeadlineRequest;
import vn.tthc.law.clock.Deadlines;
import vn.tthc.law.clock.Extension;
import vn.tthc.law.clock.Pause;
import vn.tthc.law.clock.PauseReason;
import vn.tthc.law.clock.VietnamTime;

/**
 * The due date of a dossier and why it is that one, from the facts of its own log.
 *
 * @param dossierId the dossier
 * @param dueAt the measured due date; absent before reception, where there is none, and while the clock stands still
 * @param promisedAt the date the applicant may expect, later than {@code dueAt} when it was promised anew
 * @param stoppedSince since when the clock stands still, when it does
 * @param term the term that holds for it
 * @param procedure the procedure version it is pinned to
 * @param calendarVersion the calendar
 * @param pauses each pause with its ground
 * @param extensions each new promise
 * @param endedAt when processing ended or was stopped
 * @param verdict whether that was in time
 * @param explanation line by line
 */
record DeadlineAnswer(
        String dossierId,
        @Nullable Instant dueAt,
        @Nullable Instant promisedAt,
        @Nullable Instant stoppedSince,
        @Nullable Term term,
        String procedure,
        @Nullable String calendarVersion,
        List<Stop> pauses,
        List<Extension> extensions,
        @Nullable Instant endedAt,
        @Nullable Verdict verdict,
        List<ExplainedLine> explanation) {

    /** A pause, with its reason for people and its ground. */
    record Stop(
            Instant from,
            @Nullable Instant to,
            PauseReason reason,
            String vi,
            String en,
            @Nullable LegalGround ground) {
        static Stop of(Pause pause, ClockRules rules) {
            return new Stop(
                    pause.from(),
                    pause.to(),
                    pause.reason(),
                    pause.reason().vietnamese(),
                    pause.reason().english(),
                    rules.grounds().get(pause.reason()));
        }
    }

    static DeadlineAnswer of(Found dossier, ClockRules rules, List<DossierEvent.DueDateRederived> changes) {
        DossierState state = dossier.state();
        DossierClock clock = state.clock();
        List<ExplainedLine> lines = new ArrayList<>(lines(state, rules));
        changes.forEach(change -> lines.add(changed(change)));
        if (clock == null) {
            return new DeadlineAnswer(
                    dossier.stream().id(),
                    null,
                    null,
                    null,
                    null,
                    dossier.procedure(),
                    null,
                    List.of(),
                    List.of(),
                    state.stop() == null ? null : state.stop().at(),
                    null,
                    lines);
        }
        return new DeadlineAnswer(
                dossier.stream().id(),
                clock.paused() ? null : clock.dueAt(),
                clock.promisedAt(),
                clock.pauses().stream()
                        .filter(Pause::open)
                        .map(Pause::from)
                        .min(Instant::compareTo)
                        .orElse(null),
                clock.term(),
                dossier.procedure(),
                clock.calendarVersion(),
                clock.pauses().stream().map(pause -> Stop.of(pause, rules)).toList(),
                clock.extensions(),
                endedAt(state),
                verdict(state),
                lines);
    }

    private static List<ExplainedLine> lines(DossierState state, ClockRules rules) {
        DossierClock clock = state.clock();
        if (clock == null) {
            return List.of(ExplainedLine.of(
                    "NOT_RECEIVED",
                    null,
                    "Hồ sơ chưa được tiếp nhận: thời hạn chưa bắt đầu",
                    "The dossier has not been received: the clock has not started",
                    null));
        }
        DeadlineRequest request = clock.request(rules);
        List<ExplainedLine> lines = new ArrayList<>();
        if (request != null) {
            Deadlines.read(request, clock.calendar(rules))
                    .explanation()
                    .forEach(line -> lines.add(ExplainedLine.of(line)));
        } else if (clock.dueAt() != null) {
            lines.add(ExplainedLine.of(
                    "AS_TOLD",
                    VietnamTime.date(clock.dueAt()),
                    "Hồ sơ cũ: giữ ngày hẹn trả của hệ thống nguồn",
                    "An old dossier: the due date is the one its source told",
                    null));
        } else {
            lines.add(ExplainedLine.of(
                    "NO_DUE_DATE",
                    null,
                    "Hồ sơ không có ngày hẹn trả",
                    "The dossier has no due date",
                    "Thủ tục hành chính được công bố"));
        }
        clock.extensions().forEach(extension -> lines.add(promised(extension)));
        return lines;
    }

    private static ExplainedLine changed(DossierEvent.DueDateRederived change) {
        String from = change.calendarVersionBefore();
        String to = String.valueOf(change.due().calendarVersion());
        return ExplainedLine.of(
                "CALENDAR_CHANGED",
                VietnamTime.date(change.occurredAt()),
                "Lịch làm việc đổi từ " + from + " sang " + to + ": hạn được tính lại",
                "The working calendar changed from " + from + " to " + to + ": the due date was computed anew",
                change.decision());
    }

    private static ExplainedLine promised(Extension extension) {
        String date = VietnamTime.local(extension.promisedAt()).toString().replace('T', ' ');
        return ExplainedLine.of(
                "PROMISED",
                VietnamTime.date(extension.promisedAt()),
                "Đã xin lỗi và hẹn lại " + date + " (" + extension.reason() + "); hạn để đánh giá vẫn là hạn ban đầu",
                "Apologised and promised " + date + " (" + extension.reason()
                        + "); the first due date stays the measured one",
                "Mẫu 04, Thông tư 03/2025/TT-VPCP");
    }

    private static @Nullable Instant endedAt(DossierState state) {
        if (state.ending() != null) {
            return state.ending().at();
        }
        return state.stop() == null ? null : state.stop().at();
    }

    private static @Nullable Verdict verdict(DossierState state) {
        if (state.ending() != null) {
            return state.ending().verdict();
        }
        return state.stop() == null ? null : state.stop().verdict();
    }
}
