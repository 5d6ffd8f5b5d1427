package vn.tthc.law.clock;

import static vn.tthc.law.clock.Wording.Language.EN;
import static vn.tthc.law.clock.Wording.Language.VI;
import static vn.tthc.law.clock.Wording.amount;
import static vn.tthc.law.clock.Wording.moment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The lines about pauses. */
final class PauseLines {
    private PauseLines() {}

    /** The line of a pause that took part, none when it did not. */
    static List<ExplanationLine> counted(PauseShare share) {
        return switch (share.effect()) {
            case EXTENDS ->
                List.of(line(
                        "PAUSE",
                        share.pause(),
                        "; kéo dài thêm " + amount(share.extension(), VI) + overlap(share, VI),
                        "; extends by " + amount(share.extension(), EN) + overlap(share, EN),
                        share.extension()));
            case COVERED_BY_ANOTHER ->
                List.of(line(
                        "PAUSE",
                        share.pause(),
                        "; nằm trong lần tạm dừng khác, không trừ hai lần",
                        "; within another pause, not subtracted twice",
                        Duration.ZERO));
            case BEFORE_RECEPTION, AFTER_DUE -> List.of();
        };
    }

    /** The line of a pause that took no part, none when it did. */
    static List<ExplanationLine> ignored(PauseShare share) {
        return switch (share.effect()) {
            case EXTENDS, COVERED_BY_ANOTHER -> List.of();
            case BEFORE_RECEPTION ->
                List.of(line(
                        "PAUSE_IGNORED",
                        share.pause(),
                        "; trước khi tiếp nhận, không tính",
                        "; before reception, not counted",
                        Duration.ZERO));
            case AFTER_DUE ->
                List.of(line(
                        "PAUSE_IGNORED",
                        share.pause(),
                        "; sau khi hết thời hạn, không tính",
                        "; after the term was over, not counted",
                        Duration.ZERO));
        };
    }

    static ExplanationLine open(Pause pause) {
        return line("PAUSE_OPEN", pause, "", "", Duration.ZERO);
    }

    private static ExplanationLine line(String code, Pause pause, String vi, String en, Duration extension) {
        Instant to = pause.to();
        String vietnamese = "Tạm dừng từ " + moment(pause.from(), VI)
                + (to == null ? ", chưa kết thúc" : " đến " + moment(to, VI))
                + ": " + pause.reason().vietnamese() + vi;
        String english = "Paused from " + moment(pause.from(), EN)
                + (to == null ? ", not ended" : " to " + moment(to, EN))
                + ": " + pause.reason().english() + en;
        return new ExplanationLine(
                code,
                VietnamTime.date(pause.from()),
                vietnamese,
                english,
                pause.reason().ground(),
                extension);
    }

    private static String overlap(PauseShare share, Wording.Language language) {
        if (share.from().equals(share.pause().from())) {
            return "";
        }
        return language == VI
                ? " (chỉ tính từ " + moment(share.from(), VI) + ")"
                : " (counted only from " + moment(share.from(), EN) + ")";
    }
}
