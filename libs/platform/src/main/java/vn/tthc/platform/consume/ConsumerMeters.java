package vn.tthc.platform.consume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** The figures of one consumer. */
final class ConsumerMeters {
    private final Counter dropped;
    private final Counter gaps;
    private final Counter alarms;
    private final AtomicLong lag = new AtomicLong();
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong parkedDossiers = new AtomicLong();
    private final AtomicBoolean stirred = new AtomicBoolean(true);

    ConsumerMeters(MeterRegistry registry, String consumer) {
        dropped = Counter.builder("tthc.consumer.dropped")
                .description("Events that had been handled before")
                .tag("consumer", consumer)
                .register(registry);
        gaps = Counter.builder("tthc.consumer.gaps")
                .description("Streams of which something was missing")
                .tag("consumer", consumer)
                .register(registry);
        alarms = Counter.builder("tthc.consumer.gap.alarms")
                .description("Gaps that stayed open although their owner was asked several times")
                .tag("consumer", consumer)
                .register(registry);
        gauge(registry, consumer, "tthc.consumer.lag", "Records on the topics that were not read yet", lag);
        gauge(registry, consumer, "tthc.consumer.held", "Records that wait for something before them", held);
        gauge(registry, consumer, "tthc.consumer.parked.dossiers", "Dossiers that wait for a person", parkedDossiers);
    }

    private static void gauge(MeterRegistry registry, String consumer, String name, String what, AtomicLong value) {
        Gauge.builder(name, value, AtomicLong::get)
                .description(what)
                .tag("consumer", consumer)
                .register(registry);
    }

    void dropped(int records) {
        dropped.increment(records);
    }

    void gap() {
        gaps.increment();
    }

    void alarm() {
        alarms.increment();
    }

    void lag(long records) {
        lag.set(records);
    }

    /** What is held or parked may be another number than is known; said before it changes, or after. */
    void stirred() {
        stirred.set(true);
    }

    boolean isStirred() {
        return stirred.get();
    }

    /** The shelves are about to be looked at. */
    void settled() {
        stirred.set(false);
    }

    void shelves(long heldNow, long parkedNow) {
        held.set(heldNow);
        parkedDossiers.set(parkedNow);
    }

    long held() {
        return held.get();
    }

    long parkedDossiers() {
        return parkedDossiers.get();
    }
}
