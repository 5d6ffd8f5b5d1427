package vn.tthc.platform.verify;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What balancing the books found last, as figures that can be watched; no number until it was done once. */
public final class LastResult {
    private final InstantSource clock;
    private volatile @Nullable Found found;

    private record Found(long differences, Instant at) {}

    /**
     * The result for one part of the books.
     *
     * @param of what was compared: {@code log}, or a view by its name
     */
    public LastResult(MeterRegistry meters, InstantSource clock, String of) {
        this.clock = clock;
        Gauge.builder("tthc.verify.differences", this, LastResult::differences)
                .description("Differences that balancing the books found last")
                .tag("of", of)
                .register(meters);
        Gauge.builder("tthc.verify.age", this, LastResult::seconds)
                .description("Time since the books were balanced last")
                .baseUnit("seconds")
                .tag("of", of)
                .register(meters);
    }

    /** It was balanced just now. */
    public void found(long differences) {
        found = new Found(differences, clock.instant());
    }

    private double differences() {
        Found last = found;
        return last == null ? Double.NaN : last.differences();
    }

    private double seconds() {
        Found last = found;
        return last == null
                ? Double.NaN
                : Duration.between(last.at(), clock.instant()).toMillis() / 1_000.0;
    }
}
