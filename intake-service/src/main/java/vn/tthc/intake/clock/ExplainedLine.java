package vn.tthc.intake.clock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tthc.law.clock.ExplanationLine;

/**
 * One line of why a due date is what it is.
 *
 * @param code kind of line, stable
 * @param date day it is about
 * @param vi in Vietnamese
 * @param en in English
 * @param ground decision or article
 * @param countedMinutes minutes that count towards the term, or by which a pause extends it
 */
public record ExplainedLine(
        String code,
        @Nullable LocalDate date,
        String vi,
        String en,
        @Nullable String ground,
        long countedMinutes) {

    /** A line of the clock. */
    public static ExplainedLine of(ExplanationLine line) {
        return new ExplainedLine(
                line.code(),
                line.date(),
                line.vi(),
                line.en(),
                line.ground(),
                line.counted().toMinutes());
    }

    static ExplainedLine of(String code, @Nullable LocalDate date, String vi, String en, @Nullable String ground) {
        return new ExplainedLine(code, date, vi, en, ground, 0);
    }
}
