package vn.tthc.intake.preview;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.law.Channel;
import vn.tthc.law.TermUnit;
import vn.tthc.law.clock.PauseReason;

/**
 * What a due date is asked for.
 *
 * @param receivedAt reception
 * @param term the term
 * @param channel how it came in, {@code COUNTER} unless told
 * @param calendar {@code default} or the version of a calendar, {@code default} unless told
 * @param pauses stretches in which the clock stands still
 * @param sameDayCutOff hour after which a same-day procedure is due the next working day
 */
record PreviewBody(
        @NotNull Instant receivedAt,
        @NotNull @Valid TermBody term,
        @Nullable Channel channel,
        @Nullable String calendar,

        @Size(max = PreviewBody.MOST_PAUSES) @Nullable List<@NotNull @Valid PauseBody> pauses,
        @Nullable LocalTime sameDayCutOff) {

    /** More would only keep a processor busy: a dossier has a handful. */
    static final int MOST_PAUSES = 1000;

    /** A term; how much is too much depends on the unit. */
    record TermBody(
            @NotNull @Min(1) Integer amount, @NotNull TermUnit unit) {}

    /** A pause; without an end the clock stands still. */
    record PauseBody(
            @NotNull Instant from,
            @Nullable Instant to,
            @NotNull PauseReason reason) {}

    /** The pauses, none when left out. */
    List<PauseBody> stops() {
        return pauses == null ? List.of() : pauses;
    }
}
