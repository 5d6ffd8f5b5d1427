package vn.tthc.e2e.plug;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Records that nobody can read, each under the key of a dossier, and the person who settles them with the console. */
final class Poison {
    private static final Duration BOUND = Duration.ofSeconds(90);
    private static final String REASON = "Bản ghi lạ (thử)";

    /** Everybody who listens to the topic of dossiers. */
    private static final Set<String> LISTENERS = Set.of("processing", "postal", "query");

    private final Machine machine;
    private final Topics topics;
    private final Set<String> dossiers;

    Poison(Machine machine, List<Errand> errands) {
        this.machine = machine;
        this.topics = new Topics(machine.ports());
        this.dossiers = errands.stream().map(Errand::dossierId).collect(Collectors.toSet());
    }

    /** Puts them there and waits until everybody has parked those dossiers, and no other. */
    void pour() throws Exception {
        byte[] value = "{\"secret\": \"this is none of our events\"}".getBytes(StandardCharsets.UTF_8);
        topics.send(dossiers.stream()
                .map(dossier -> new ProducerRecord<>("tthc.dossier", dossier.getBytes(StandardCharsets.UTF_8), value))
                .toList());
        Awaitility.await("everybody has parked " + dossiers).atMost(BOUND).until(this::isParkedByAll);
        assertOnlyThese();
    }

    private boolean isParkedByAll() throws Exception {
        List<JsonNode> parked = parked();
        return dossiers.stream()
                .allMatch(dossier -> parked.stream()
                        .filter(record -> dossier(record).equals(dossier))
                        .map(Poison::service)
                        .toList()
                        .containsAll(LISTENERS));
    }

    void assertOnlyThese() throws Exception {
        assertThat(parked())
                .isNotEmpty()
                .allSatisfy(record -> assertThat(dossiers).contains(dossier(record)));
    }

    /** Looking shows no content, and trying again changes nothing. */
    void look() throws Exception {
        JsonNode first = parked().getFirst();
        Machine.Said shown = machine.ok(
                BOUND, "parked", "show", service(first), first.path("id").asString(), "--json");
        assertThat(shown.out()).contains(dossier(first)).doesNotContain("none of our events");
        Machine.Said again =
                machine.run(BOUND, "parked", "retry", service(first), consumer(first), dossier(first), "--json");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.json().path("handled").asInt()).isZero();
    }

    /** Passes over it with a reason, and goes on with what has waited behind it. */
    void settle() throws Exception {
        int skipped = 0;
        for (JsonNode record : parked()) {
            if (record.path("stream").asString().startsWith("unreadable:")) {
                machine.ok(
                        BOUND,
                        "parked",
                        "skip",
                        service(record),
                        consumer(record),
                        dossier(record),
                        record.path("stream").asString(),
                        record.path("version").asString(),
                        "--reason",
                        REASON);
                machine.ok(BOUND, "parked", "retry", service(record), consumer(record), dossier(record));
                skipped++;
            }
        }
        assertThat(parked()).isEmpty();
        // A service may listen with more than one consumer; each of them has parked it for itself.
        assertThat(skipped).isGreaterThanOrEqualTo(LISTENERS.size() * dossiers.size());
        assertThat(reasons()).hasSize(skipped).containsOnly(REASON);
    }

    /** That somebody passed over it is an event of its own. */
    private List<String> reasons() {
        return topics.records("tthc.operation", record -> record.value() != null).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .filter(event -> dossiers.stream().anyMatch(event::contains))
                .map(event -> vn.tthc.local.Json.mapper()
                        .readTree(event)
                        .path("reason")
                        .asString())
                .toList();
    }

    private List<JsonNode> parked() throws Exception {
        List<JsonNode> all = new ArrayList<>();
        machine.ok(BOUND, "parked", "--json").json().path("parked").forEach(all::add);
        return all;
    }

    private static String service(JsonNode record) {
        return record.path("service").asString();
    }

    private static String dossier(JsonNode record) {
        return record.path("dossier").asString();
    }

    private static String consumer(JsonNode record) {
        return record.path("consumer").asString();
    }
}
