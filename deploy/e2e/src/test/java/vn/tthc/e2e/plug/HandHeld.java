package vn.tthc.e2e.plug;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.Json;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Call;
import vn.tthc.local.token.Person;

/**
 * A hand-held that was offline and tells all it has seen at once, while the post dies. A batch is many commits, and none
 * of them bears the name of the batch: what it did is reckoned here, by the names of its scans.
 */
final class HandHeld {
    private static final int MOST_BATCHES = 8;
    private static final Duration BOUND = Duration.ofSeconds(90);
    /** A service that has just started takes seconds for a whole batch; who asks again too early is told of repeats. */
    private static final Duration A_BATCH = Duration.ofSeconds(40);

    private static final String POINT = "LDG-0001";

    private final Machine machine;
    private final Desk desk;
    private final String name;
    private final int number;
    private final int scansOfEach;
    private final List<String> posts;
    private final Person postman = new Person("", Staff.HAND_HELD, List.of("POSTAL_WORKER"), POINT, "");
    private final List<String> items = new ArrayList<>();
    private final Map<String, String> told = new HashMap<>();

    /**
     * A device.
     *
     * @param name its name
     * @param number so many items it scans
     * @param scansOfEach so many scans of each of them are in a batch
     * @param posts the processes that die in the middle, all at once
     */
    HandHeld(Machine machine, Desk desk, String name, int number, int scansOfEach, List<String> posts) {
        this.machine = machine;
        this.desk = desk;
        this.name = name;
        this.number = number;
        this.scansOfEach = scansOfEach;
        this.posts = posts;
    }

    /** Takes what is scanned later: dossiers of citizens, which are filed only when a one-stop has compared them. */
    void takeItems() {
        for (int i = 0; i < number; i++) {
            Call call = desk.services()
                    .postal("/api/v1/inbound-dossiers", desk.staff().token(postman))
                    .posting(dossier(i))
                    .with("Idempotency-Key", name + "-" + i);
            items.add(desk.courier().good(call).json().path("itemId").asString());
        }
    }

    private Map<String, Object> dossier(int number) {
        Map<String, Object> address = Map.of("unit", Staff.WARD, "address", "Số 1 (địa chỉ giả định)");
        return Map.of(
                "point",
                POINT,
                "procedure",
                "2.000908",
                "receivingAgency",
                Staff.WARD,
                "competentAgency",
                Staff.WARD,
                "applicant",
                Map.of("name", "Người thử " + name + "-" + number),
                "returnBy",
                Map.of("way", "COUNTER"),
                "replyTo",
                address,
                "papers",
                List.of(Map.of("name", "Đơn đề nghị", "form", "ORIGINAL", "count", 1)),
                "seal",
                "NP-" + number,
                "citizen",
                Map.of("oneTimeCode", "246810"));
    }

    /**
     * Tells batches, each of which the post does not survive, until it has died in the middle of one.
     *
     * @return how many scans of that one were recorded when it died
     */
    int dieInTheMiddle() throws Exception {
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            Call call = batch(batch);
            die(call, batch);
            machine.up();
            JsonNode results = results(call);
            assertThat(results)
                    .hasSize(number * scansOfEach)
                    .allSatisfy(result -> assertThat(result.path("result").asString())
                            .as(result.toString())
                            .isEqualTo("applied"));
            int before = (int) results.valueStream()
                    .filter(result -> result.path("repeated").asBoolean())
                    .count();
            if (before > 0 && before < number * scansOfEach) {
                return before;
            }
        }
        throw new AssertionError("the post died before or after each of " + MOST_BATCHES + " batches");
    }

    private JsonNode results(Call call) {
        try (Courier patient = new Courier(UnaryOperator.identity(), A_BATCH)) {
            return patient.good(call).json().path("results");
        }
    }

    /** As soon as something of the batch can be seen, and whatever the client was told. */
    private void die(Call call, int batch) throws Exception {
        CompletableFuture<@Nullable Answer> answer = CompletableFuture.supplyAsync(() -> once(call));
        Call first = desk.postal("/" + items.getFirst(), postman);
        Awaitility.await("something of the batch is recorded")
                .atMost(BOUND)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> desk.look(first)
                        .filter(seen -> seen.json().path("scans").size() > batch * scansOfEach + 1)
                        .isPresent());
        machine.killAll(posts);
        answer.get(BOUND.toSeconds(), TimeUnit.SECONDS);
    }

    private @Nullable Answer once(Call call) {
        try {
            return desk.courier().ask(call);
        } catch (IOException died) {
            return null; // it died with its client still waiting, as was meant
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Call batch(int batch) {
        String now = Instant.now().toString();
        List<Map<String, Object>> scans = new ArrayList<>();
        for (int scan = 0; scan < scansOfEach; scan++) {
            for (String item : items) {
                String scanId = name + "/" + batch + "/" + scans.size();
                told.put(scanId, item);
                scans.add(Map.of(
                        "item",
                        item,
                        "scan",
                        Map.of(
                                "scanId", scanId,
                                "kind", "IN_TRANSIT",
                                "occurredAt", now,
                                "point", POINT,
                                "device", name,
                                "sequence", batch * scansOfEach + scan)));
            }
        }
        return desk.services()
                .postal("/api/v1/scan-batches", desk.staff().token(postman))
                .posting(Map.of("scans", scans));
    }

    /** Each scan that was told is on the topic once, in the stream of its item, and nothing else is there. */
    void reckon() {
        Topics topics = new Topics(machine.ports());
        Map<String, String> recorded = new HashMap<>();
        Awaitility.await("all scans are on the topic").atMost(BOUND).untilAsserted(() -> {
            recorded.clear();
            Map<String, String> scans = new HashMap<>();
            topics.records(
                            "tthc.postal",
                            record -> Topics.fact(record).account().equals(Staff.HAND_HELD))
                    .forEach(record -> {
                        Fact fact = Topics.fact(record);
                        String scanId = scanId(record.value());
                        if (scanId.startsWith(name + "/")) {
                            scans.put(fact.stream() + "@" + fact.version(), scanId);
                        }
                    });
            assertThat(scans.values()).doesNotHaveDuplicates();
            scans.forEach((place, scanId) ->
                    recorded.put(scanId, place.substring(place.indexOf('-') + 1, place.indexOf('@'))));
            assertThat(recorded).isEqualTo(told);
        });
        for (String item : items) {
            JsonNode shown =
                    desk.courier().good(desk.postal("/" + item, postman)).json();
            List<String> ids = shown.path("scans")
                    .valueStream()
                    .map(scan -> scan.path("scanId").asString())
                    .filter(scanId -> scanId.startsWith(name + "/"))
                    .toList();
            assertThat(ids)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(told.entrySet().stream()
                            .filter(scan -> scan.getValue().equals(item))
                            .map(Map.Entry::getKey)
                            .toList());
        }
    }

    private static String scanId(byte[] event) {
        return Json.mapper()
                .readTree(new String(event, StandardCharsets.UTF_8))
                .at("/scan/scanId")
                .asString("");
    }
}
