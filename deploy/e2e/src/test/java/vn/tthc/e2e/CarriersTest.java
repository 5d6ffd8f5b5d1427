package vn.tthc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.e2e.Http.Service.INTAKE;
import static vn.tthc.e2e.Http.Service.POSTAL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.tthc.e2e.DossierThroughTheLevels.AtTheOneStop;

/** A result in many items, given to a carrier that delays, loses, repeats and mixes up what it tells. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CarriersTest {
    private static final int ITEMS = 12;
    private static final Set<String> OVER = Set.of("DELIVERED", "RETURNED");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Tthc tthc = tthc();
    private final Http http = new Http(tthc);

    private static Tthc tthc() {
        try {
            return Tthc.on(
                    "carriers",
                    Map.of(
                            "TTHC_CARRIERS_QUIET", "1s",
                            "TTHC_SIMULATOR_FETCH_MS", "8000",
                            "TTHC_SIMULATOR_STEP_MS", "250",
                            "TTHC_SIMULATOR_DELAY_MS", "400",
                            "TTHC_SIMULATOR_LOSS", "0.25",
                            "TTHC_SIMULATOR_DUPLICATION", "0.3",
                            "TTHC_SIMULATOR_DISORDER", "0.3",
                            "TTHC_SIMULATOR_RETURNED", "0.25",
                            "TTHC_SIMULATOR_SEED", "20260302"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    void up() throws Exception {
        tthc.clean();
        tthc.ok(660, "up", "--with-simulators");
    }

    @AfterAll
    void down() throws Exception {
        assertThat(tthc.ok(120, "down", "--json")
                        .json()
                        .path("stopped")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("simulator")
                .hasSize(7);
    }

    @Test
    void whatever_a_carrier_does_to_its_messages_every_item_is_delivered_or_back_and_the_books_balance()
            throws Exception {
        AtTheOneStop dossier = new DossierThroughTheLevels(http).untilTheResultIsAccepted();
        String first =
                items(dossier, dossier.position()).getFirst().path("itemId").asString();
        Http.Answer seen = http.get(POSTAL, "/api/v1/items/" + first, "postal", "");
        Http.Answer split =
                http.decide(POSTAL, "/api/v1/items/" + first + "/splits", "postal", seen, Map.of("of", ITEMS));

        Awaitility.await("every item is delivered or back")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .pollInSameThread()
                .until(() -> {
                    List<JsonNode> items = items(dossier, split.position());
                    return items.size() == ITEMS
                            && items.stream()
                                    .allMatch(item ->
                                            OVER.contains(item.path("status").asString()));
                });

        List<JsonNode> items = items(dossier, "");
        assertThat(items).allSatisfy(item -> {
            assertThat(item.path("setAside")).isEmpty();
            boolean delivered = item.path("status").asString().equals("DELIVERED");
            assertThat(item.path("proof").isObject()).isEqualTo(delivered);
        });
        assertThat(waiting("/internal/carrier-events?state=PERSON", "events")).isEmpty();
        Awaitility.await("nothing is parked or waits")
                .atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> waiting("/internal/carrier-orders?state=PLACED", "orders")
                        .isEmpty());
        assertThat(waiting("/internal/carrier-orders?state=PARKED", "orders")).isEmpty();
        assertThat(waiting("/internal/carrier-orders?state=ENDED", "orders")).hasSize(ITEMS);
        faultsWereMet();
        boolean all =
                items.stream().allMatch(item -> item.path("status").asString().equals("DELIVERED"));
        Awaitility.await("the dossier is returned only when everything is delivered")
                .atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> status(dossier.id()) == (all ? 10 : 9));
        tthc.ok(120, "verify");
    }

    private List<JsonNode> items(AtTheOneStop dossier, String position) throws Exception {
        return http.get(POSTAL, "/api/v1/items?dossierId=" + dossier.id(), "postal", position)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private List<JsonNode> waiting(String path, String list) throws Exception {
        return http.get(POSTAL, path, "admin", "")
                .body()
                .path(list)
                .valueStream()
                .toList();
    }

    private int status(String dossier) throws Exception {
        return http.get(INTAKE, "/api/v1/dossiers/" + dossier, "officer-xa", "")
                .body()
                .at("/status/code")
                .asInt();
    }

    /** A test of faults that met none would show nothing. */
    private void faultsWereMet() throws Exception {
        URI place = URI.create("http://127.0.0.1:" + (tthc.portBase() + 3) + "/actuator/prometheus");
        try (HttpClient client = HttpClient.newHttpClient()) {
            String figures = client.send(HttpRequest.newBuilder(place).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(figure(figures, "tthc_carrier_events_total{outcome=\"known\"}"))
                    .isPositive();
            assertThat(figure(figures, "tthc_carrier_polls_total")).isPositive();
            assertThat(figure(figures, "tthc_carrier_orders_total{outcome=\"away\"}"))
                    .isPositive();
            assertThat(figure(figures, "tthc_carrier_orders_total{outcome=\"placed\"}"))
                    .isEqualTo(ITEMS);
        }
    }

    private static double figure(String figures, String name) {
        return figures.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no figure " + name));
    }
}
