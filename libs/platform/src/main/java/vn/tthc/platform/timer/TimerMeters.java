package vn.tthc.platform.timer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** The figures of a service's timers. */
final class TimerMeters {
    private static final String RAISED = "tthc.timers.raised";

    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong dueAge = new AtomicLong();
    private final Counter decided;
    private final Counter known;
    private final Counter refused;
    private final Counter failed;

    TimerMeters(MeterRegistry registry) {
        Gauge.builder("tthc.timers.waiting", waiting, AtomicLong::get)
                .description("Timers there are")
                .register(registry);
        Gauge.builder("tthc.timers.due.age", dueAge, AtomicLong::get)
                .description("For how long the oldest timer has been due; 0 when none is")
                .baseUnit("seconds")
                .register(registry);
        decided = counter(registry, "decided");
        known = counter(registry, "known");
        refused = counter(registry, "refused");
        failed = counter(registry, "failed");
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder(RAISED)
                .description("Timers that were raised, by what came of it")
                .tag("outcome", outcome)
                .register(registry);
    }

    void looked(long timers, long secondsDue) {
        waiting.set(timers);
        dueAge.set(secondsDue);
    }

    void decided() {
        decided.increment();
    }

    void known() {
        known.increment();
    }

    void refused() {
        refused.increment();
    }

    void failed() {
        failed.increment();
    }
}
