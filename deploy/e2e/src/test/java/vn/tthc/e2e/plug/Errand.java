package vn.tthc.e2e.plug;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Call;
import vn.tthc.local.token.Person;

/** One dossier that is taken from step to step where a story needs it. Its orders stand in the ledger like all others. */
final class Errand {
    private static final Duration BOUND = Duration.ofSeconds(90);

    private final String name;
    private final Desk desk;
    private final Ledger ledger;
    private final Person officer;
    private int orders;
    private String dossierId = "";

    Errand(String name, Desk desk, Ledger ledger) {
        this.name = name;
        this.desk = desk;
        this.ledger = ledger;
        this.officer = desk.staff().officer();
    }

    String dossierId() {
        return dossierId;
    }

    String stream() {
        return "dossier-" + dossierId;
    }

    /** Files it. */
    Errand file() {
        return file(filing());
    }

    /** Files it for somebody who is known by a number, and may therefore be erased. */
    Errand fileFor(String identityNumber) {
        return file(filing(Map.of("name", "Người thử " + name, "identityNumber", identityNumber)));
    }

    private Errand file(Order filing) {
        dossierId = send(filing).json().path("dossierId").asString("");
        return this;
    }

    /** The order by which it would be filed, not sent. */
    Order filing() {
        return filing(Map.of("name", "Người thử " + name, "phone", "0000000000"));
    }

    private Order filing(Map<String, Object> applicant) {
        Map<String, Object> dossier = new LinkedHashMap<>();
        dossier.put("procedure", "2.000908");
        dossier.put("channel", "COUNTER");
        dossier.put("receivingAgency", Staff.WARD);
        dossier.put("competentAgency", Staff.WARD);
        dossier.put("applicant", applicant);
        dossier.put("returnBy", Map.of("way", "COUNTER"));
        return order(Order.Kind.SUBMIT, desk.intake("", officer), dossier);
    }

    Errand receive() {
        return decide(Order.Kind.RECEIVE, "/receptions", Walk.NOTHING);
    }

    /** Ends it at the counter. */
    Errand refuse() {
        Map<String, Object> why = Map.of("reason", "Thiếu giấy tờ (thử)", "ground", "Thử nghiệm");
        return decide(Order.Kind.REFUSE, "/reception-refusals", why);
    }

    Errand handOver() {
        return decide(Order.Kind.HAND_OVER, "/hand-overs", Walk.NOTHING);
    }

    /** Records a step outside the flow, once the case is open. */
    Errand recordStep() {
        Answer seen = await(desk.processing(dossierId, desk.staff().inspector()));
        String agency = seen.json().path("custody").path("agency").path("id").asString("");
        Person clerk = desk.staff().at("CASE_OFFICER", agency);
        String record = name + "." + orders;
        Map<String, Object> body = Map.of("recordId", record, "name", "Bước ngoài quy trình (thử)");
        Call call = desk.processing(dossierId + "/recorded-steps", clerk).posting(body);
        send(new Order(Order.Kind.RECORD_STEP, record, clerk.sub(), record, call.with("Idempotency-Key", record)));
        return this;
    }

    private Errand decide(Order.Kind kind, String path, Object body) {
        Answer seen = await(desk.intake("/" + dossierId, officer));
        send(order(kind, desk.intake("/" + dossierId + path, officer).with("If-Match", seen.etag()), body));
        return this;
    }

    /** What a service shows, as soon as it shows it. */
    private Answer await(Call call) {
        AtomicReference<Answer> seen = new AtomicReference<>();
        Awaitility.await("GET " + call.uri().getPath()).atMost(BOUND).until(() -> {
            desk.look(call).ifPresent(seen::set);
            return seen.get() != null;
        });
        return seen.get();
    }

    private Order order(Order.Kind kind, Call call, Object body) {
        String key = name + "-" + orders;
        orders++;
        return new Order(kind, key, officer.sub(), "", call.posting(body).with("Idempotency-Key", key));
    }

    /** Sends it until there is an answer, which must be good. */
    private Answer send(Order order) {
        AtomicReference<Answer> got = new AtomicReference<>();
        Awaitility.await(order + " is answered").atMost(BOUND).until(() -> {
            if (desk.courier().send(order.call()) instanceof Courier.Settled settled) {
                got.set(settled.answer());
                return true;
            }
            ledger.retried();
            return false;
        });
        Answer answer = got.get();
        if (!answer.ok()) {
            throw new AssertionError(order + ": " + answer.complaint());
        }
        ledger.acknowledged(order, answer);
        return answer;
    }

    /** Waits until query-service shows a status. */
    void awaitShown(int status) {
        Awaitility.await("query-service shows dossier " + dossierId + " with status " + status)
                .atMost(BOUND)
                .until(() -> shown().map(answer ->
                                answer.json().path("status").path("code").asInt())
                        .filter(code -> code == status)
                        .isPresent());
    }

    /** What query-service shows, when it shows it. */
    Optional<Answer> shown() throws InterruptedException {
        return desk.look(desk.query("/api/v1/dossiers/" + dossierId));
    }
}
