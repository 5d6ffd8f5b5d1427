package vn.tthc.platform.consume;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.context.SmartLifecycle;
import vn.tthc.platform.relay.ControlPublisher;
import vn.tthc.platform.relay.FlowPhases;
import vn.tthc.platform.relay.Readiness;
import vn.tthc.platform.store.DocumentStore;

/** All consumers of a service: one loop for every projection and reaction. */
public final class ConsumerLoops implements SmartLifecycle {
    private final Shared shared;
    private final Map<String, Projection> views = new LinkedHashMap<>();
    private final Generations generations;
    private volatile Map<String, ConsumerLoop> loops = Map.of();
    private volatile boolean running;
    private volatile boolean assigned;

    /**
     * What all loops share.
     *
     * @param readiness said when there is something to read from
     */
    record Shared(
            KafkaConsumers kafka,
            ConsumerStore store,
            RecentRecords records,
            ControlPublisher control,
            Readiness readiness,
            MeterRegistry meters,
            InstantSource clock,
            Tuning tuning) {}

    ConsumerLoops(
            Shared shared,
            List<Projection> projections,
            List<Reaction> reactions,
            DocumentStore documents,
            Generations generations) {
        this.shared = shared;
        this.generations = generations;
        for (Projection view : projections) {
            long generation = generations.register(view);
            documents.declare(Generations.collections(view, generation));
            views.put(view.name(), view);
            add(view.name(), loop(view, generation, new ConsumerMeters(shared.meters(), view.name()), Set.of()));
        }
        for (Reaction reaction : reactions) {
            ConsumerMeters meters = new ConsumerMeters(shared.meters(), checked(reaction.name()));
            Steps steps = steps(reaction.name(), Effect.of(reaction), meters, Set.of());
            Handling handling = new ReactionHandling(
                    reaction.name(),
                    shared.store(),
                    steps,
                    shared.records(),
                    shared.control(),
                    shared.tuning().parallel());
            add(reaction.name(), loop(reaction.topics(), handling, meters));
        }
    }

    private void add(String name, ConsumerLoop loop) {
        Map<String, ConsumerLoop> more = new LinkedHashMap<>(loops);
        if (more.put(name, loop) != null) {
            throw new IllegalArgumentException("two consumers are called " + name);
        }
        loops = Collections.unmodifiableMap(more);
    }

    private static String checked(String name) {
        if (!name.matches("[a-z][a-z0-9-]{0,60}")) {
            throw new IllegalArgumentException("not a name for a consumer: " + name);
        }
        return name;
    }

    private Steps steps(String consumer, Effect effect, ConsumerMeters meters, Set<String> skipped) {
        return new Steps(consumer, effect, skipped, shared.records().finder(), shared.tuning(), meters, shared.clock());
    }

    private ConsumerLoop loop(Projection view, long generation, ConsumerMeters meters, Set<String> skipped) {
        String consumer = Generations.consumer(checked(view.name()), generation);
        Effect effect = Effect.of(view, name -> Generations.collection(name, generation));
        Handling handling = new ProjectionHandling(
                view,
                consumer,
                shared.store(),
                steps(consumer, effect, meters, skipped),
                shared.records(),
                shared.control());
        return loop(view.topics(), handling, meters);
    }

    private ConsumerLoop loop(Set<String> topics, Handling handling, ConsumerMeters meters) {
        return new ConsumerLoop(
                topics,
                shared.kafka(),
                shared.store(),
                handling,
                shared.tuning().trouble(),
                shared.readiness(),
                meters,
                shared.clock());
    }

    /** All views. */
    Collection<Projection> views() {
        return views.values();
    }

    /**
     * The view of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    Projection view(String name) {
        Projection view = views.get(name);
        if (view == null) {
            throw new IllegalArgumentException("no view is called " + name);
        }
        return view;
    }

    /** A Kafka consumer beside those of the loops, for what is on the topics already. */
    Consumer<String, byte[]> kafka(String name) {
        return shared.kafka().openToReadOnce(name);
    }

    /** A loop for another generation of a view, not started; what a person passed over, it passes over too. */
    ConsumerLoop next(Projection view, long generation, ConsumerLoop serving) {
        return loop(view, generation, serving.meters(), shared.store().skipped(serving.name()));
    }

    /** Goes on with the generation that this process knows to serve, when another process has let it; never back. */
    synchronized void follow(Projection view) {
        long generation = generations.serving(view.name());
        ConsumerLoop current = loop(view.name());
        if (!current.name().equals(Generations.consumer(view.name(), generation))) {
            replace(view.name(), current, next(view, generation, current));
        }
    }

    /** Lets another loop go on in the place of one that is stopped, unless that has happened. */
    synchronized void replace(String name, ConsumerLoop old, ConsumerLoop next) {
        if (loops.get(name) != old) {
            return;
        }
        old.stop();
        Map<String, ConsumerLoop> changed = new LinkedHashMap<>(loops);
        changed.put(name, next);
        loops = Collections.unmodifiableMap(changed);
        if (running) {
            next.start();
        }
    }

    Collection<ConsumerLoop> all() {
        return loops.values();
    }

    /**
     * The loop of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    ConsumerLoop loop(String name) {
        ConsumerLoop loop = loops.get(name);
        if (loop == null) {
            throw new IllegalArgumentException("no consumer is called " + name);
        }
        return loop;
    }

    /** Whether every consumer has read from its partitions since this service started. */
    public boolean assigned() {
        // Said once and for all: a view that has been built anew goes on reading, and the service stays ready
        // meanwhile.
        if (!assigned) {
            assigned = loops.values().stream().allMatch(ConsumerLoop::assigned);
        }
        return assigned;
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            loops.values().forEach(ConsumerLoop::start);
        }
    }

    @Override
    public synchronized void stop() {
        loops.values().forEach(ConsumerLoop::interrupt);
        loops.values().forEach(ConsumerLoop::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return FlowPhases.CONSUMERS;
    }
}
