package vn.tthc.postal.carriers;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** The figures of the work with carriers. */
@Component
public class CarrierMeters {
    private final Map<Heard, Counter> heard = new EnumMap<>(Heard.class);
    private final Map<Ordered, Counter> ordered = new EnumMap<>(Ordered.class);
    private final AtomicLong kept = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private final Counter turnedAway;
    private final Counter polls;
    private final Counter unknown;
    private final Counter failures;

    CarrierMeters(MeterRegistry registry) {
        Arrays.stream(Heard.values())
                .forEach(outcome -> heard.put(
                        outcome,
                        counter(
                                registry,
                                "tthc.carrier.events",
                                "What carriers told, by what came of it",
                                outcome.name())));
        Arrays.stream(Ordered.values())
                .forEach(outcome -> ordered.put(
                        outcome,
                        counter(
                                registry,
                                "tthc.carrier.orders",
                                "Orders sent to carriers, by what came of it",
                                outcome.name())));
        Gauge.builder("tthc.carrier.kept", kept, AtomicLong::get)
                .description("Events of carriers that wait for a person")
                .register(registry);
        Gauge.builder("tthc.carrier.parked", parked, AtomicLong::get)
                .description("Orders to carriers that wait for a person")
                .register(registry);
        turnedAway = Counter.builder("tthc.carrier.unsigned")
                .description("Messages turned away for their signature or their moment")
                .register(registry);
        polls = Counter.builder("tthc.carrier.polls")
                .description("Questions asked about items not heard of")
                .register(registry);
        unknown = Counter.builder("tthc.carrier.unknown")
                .description("Orders a carrier had taken and did not know any more")
                .register(registry);
        failures = Counter.builder("tthc.carrier.failures")
                .description("Steps of the work with carriers that failed on our side, and are tried again")
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String description, String outcome) {
        return Counter.builder(name)
                .description(description)
                .tag("outcome", outcome.toLowerCase(Locale.ROOT))
                .register(registry);
    }

    /** What came of an event. */
    public enum Heard {
        /** A scan that counts. */
        RECORDED,
        /** A scan that contradicts what is known. */
        SET_ASIDE,
        /** Told before. */
        KNOWN,
        /** Its code has nothing to record. */
        NOTED,
        /** It could not be made a scan; kept. */
        KEPT,
        /** It is not of the form of an event; kept. */
        UNREADABLE,
        /** Told under one name with ever other contents; not kept. */
        REFUSED
    }

    /** What came of an order that was sent. */
    public enum Ordered {
        PLACED,
        AWAY,
        REFUSED
    }

    public void heard(Heard outcome) {
        Objects.requireNonNull(heard.get(outcome)).increment();
    }

    public void ordered(Ordered outcome) {
        Objects.requireNonNull(ordered.get(outcome)).increment();
    }

    public void turnedAway() {
        turnedAway.increment();
    }

    public void polled() {
        polls.increment();
    }

    /** A carrier does not know an order it had taken. */
    public void unknown() {
        unknown.increment();
    }

    /** Something of ours failed; it is tried again. */
    public void failed() {
        failures.increment();
    }

    /** How many events and orders wait for a person now. */
    public void waiting(long events, long orders) {
        kept.set(events);
        parked.set(orders);
    }
}
