package vn.tthc.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static final Instant DUE = Instant.parse("2026-02-25T03:00:00Z");

    /** docs/clock.md, rule 16: what is below a millisecond is dropped on both sides. */
    @ParameterizedTest
    @CsvSource({"-1000000, ON_TIME", "0, ON_TIME", "999999, ON_TIME", "1000000, LATE", "86400000000000, LATE"})
    void an_end_at_the_due_moment_is_on_time_and_a_millisecond_later_is_late(long nanosAfter, Verdict verdict) {
        assertThat(Verdict.of(DUE.plusNanos(nanosAfter), DUE)).isEqualTo(verdict);
    }
}
