package vn.tthc.e2e.plug;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** Takes an event away from its topic before query-service has read it, and leaves the one after it. */
final class Gap {
    private static final Duration BOUND = Duration.ofSeconds(90);

    private final Machine machine;
    private final Topics topics;
    private final Errand errand;
    private List<Fact> bereft = List.of();

    Gap(Machine machine, Errand errand) {
        this.machine = machine;
        this.topics = new Topics(machine.ports());
        this.errand = errand;
    }

    /** The reception is missing, the hand-over is there; query-service does not run. */
    void make() throws Exception {
        errand.file().awaitShown(1);
        machine.killAll(machine.processesOf(Machine.QUERY));
        errand.receive().handOver();
        Awaitility.await("the hand-over is on the topic")
                .atMost(BOUND)
                .until(() -> !handOvers().isEmpty());
        ConsumerRecord<byte[], byte[]> first = handOvers().getFirst();
        bereft = topics.read().stream()
                .filter(fact -> fact.topic().equals(first.topic()) && fact.partition() == first.partition())
                .filter(fact -> fact.offset() < first.offset())
                .toList();
        topics.behead(first.topic(), first.partition(), first.offset());
    }

    private List<ConsumerRecord<byte[], byte[]>> handOvers() {
        Predicate<ConsumerRecord<byte[], byte[]>> ours = record -> {
            Fact fact = Topics.fact(record);
            return fact.stream().equals(errand.stream()) && fact.type().endsWith(".handed-over");
        };
        return topics.records(ours);
    }

    /** What nobody misses yet, because no later event shows it: asked for as a consumer would. */
    void fill() throws Exception {
        topics.askAgain(bereft.stream().map(Fact::stream).distinct().toList());
        Awaitility.await("everything is on the topic again")
                .atMost(BOUND)
                .until(() -> places(topics.read()).containsAll(places(bereft)));
    }

    private static Set<String> places(List<Fact> facts) {
        return facts.stream().map(fact -> fact.stream() + "@" + fact.version()).collect(Collectors.toSet());
    }
}
