package vn.tthc.platform.web;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Checks of moments that people enter. */
public final class Moments {
    /** Two years and a bit: no date of this law lies further away, and a slipped digit does. */
    private static final Duration FURTHEST = Duration.ofDays(2 * 366);

    private Moments() {}

    /**
     * A date told of the future.
     *
     * @param field name of the field
     * @return it, as exact as moments are recorded
     * @throws Problem 400 naming the field when it lies more than two years ahead
     */
    public static Instant ahead(String field, Instant told, Instant now) {
        if (told.isAfter(now.plus(FURTHEST))) {
            throw Problem.fields(List.of(FieldProblem.of(
                    field,
                    FieldReason.TOO_FAR_AHEAD,
                    FieldReason.TOO_FAR_AHEAD.vietnamese(),
                    FieldReason.TOO_FAR_AHEAD.english())));
        }
        return told.truncatedTo(ChronoUnit.MILLIS);
    }
}
