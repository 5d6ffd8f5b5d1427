package vn.tthc.law.clock;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the answer to "why this date". Codes:
 *
 * <ul>
 *   <li>{@code START} the dossier was received; {@code OPENING} the clock starts at the next opening
 *   <li>{@code TERM} the term; {@code SAME_DAY} due at the close of the day; {@code CUT_OFF} received after the cut-off
 *   <li>{@code COUNTED} a day that counted, {@code counted} says how much; {@code PAUSED_DAY} a working day on which the
 *       clock stood still; {@code SKIPPED} a day off and the decision that makes it one
 *   <li>{@code PAUSE} a pause and its ground, {@code counted} says by how much it extends the term; {@code PAUSE_IGNORED}
 *       a pause outside the run of the clock; {@code PAUSE_OPEN} a pause without an end
 *   <li>{@code TERM_END} where calendar time ends; {@code MOVED} from a day off to a working day; {@code KEPT} the due
 *       moment before a pause is kept, as a pause never shortens
 *   <li>{@code DUE} the due moment; {@code STOPPED} there is none yet
 * </ul>
 *
 * @param code the kind of line, stable
 * @param date the date in Vietnam the line is about, when it is about one
 * @param vi the line in Vietnamese
 * @param en the line in English
 * @param ground the decision or article the line rests on, when it rests on one
 * @param counted time that counts towards the term, or by which a pause extends it; zero for other lines
 */
public record ExplanationLine(
        String code,
        @Nullable LocalDate date,
        String vi,
        String en,
        @Nullable String ground,
        Duration counted) {}
