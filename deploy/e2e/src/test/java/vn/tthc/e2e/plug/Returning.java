package vn.tthc.e2e.plug;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Call;
import vn.tthc.local.token.Person;

/** The result on its way to the citizen: through the one-stop, then at the counter or by post. */
final class Returning implements Walk.Stage {
    private static final int PROCESSED = 9;
    private static final int RETURNED = 10;
    private static final String POINT = "LDG-0001";

    private final Walk walk;
    private final Desk desk;
    private final String dossierId;
    private final List<String> scans = new ArrayList<>(List.of("ACCEPTED", "AT_DELIVERY_OFFICE"));
    private int sequence;

    Returning(Walk walk, String dossierId) {
        this.walk = walk;
        this.desk = walk.desk();
        this.dossierId = dossierId;
        if (walk.random().nextInt(3) == 0) {
            scans.add("ATTEMPT_FAILED");
        }
        scans.add("DELIVERED");
    }

    @Override
    public Walk.Move next() throws InterruptedException {
        Person officer = desk.staff().officer();
        Optional<Answer> seen = desk.look(desk.intake("/" + dossierId, officer));
        if (seen.isEmpty()) {
            return Walk.Move.WAIT;
        }
        JsonNode state = seen.get().json();
        int status = state.path("status").path("code").asInt();
        if (status == RETURNED) {
            return Walk.Move.OVER;
        }
        if (status < PROCESSED) {
            return Walk.Move.WAIT;
        }
        boolean byPost = state.path("returnWay").asString().equals("POST");
        if (!state.path("resultAcceptedAt").isString()) {
            return decision(Order.Kind.ACCEPT_RESULT, "/result-receptions", Walk.NOTHING, seen.get(), officer, this);
        }
        if (byPost) {
            return scan();
        }
        Map<String, Object> recipient = Map.of("name", "Người nhận (thử)", "relation", "OWNER", "paperShown", "CCCD");
        return decision(Order.Kind.RETURN, "/returns", Map.of("recipient", recipient), seen.get(), officer, null);
    }

    private Walk.Move scan() throws InterruptedException {
        Person postman = desk.staff().postman();
        Optional<Answer> items = desk.look(desk.postal("?dossierId=" + dossierId, postman));
        if (items.isEmpty() || items.get().json().path("items").isEmpty() || scans.isEmpty()) {
            return Walk.Move.WAIT;
        }
        String item = items.get().json().path("items").path(0).path("itemId").asString();
        String kind = scans.removeFirst();
        String scanId = walk.factName();
        sequence++;
        Map<String, Object> scan = new LinkedHashMap<>();
        scan.put("scanId", scanId);
        scan.put("kind", kind);
        scan.put("occurredAt", Instant.now().toString());
        scan.put("point", POINT);
        scan.put("device", "plug");
        scan.put("sequence", sequence);
        if (kind.equals("ATTEMPT_FAILED")) {
            scan.put("reason", "NOT_FOUND");
        }
        boolean delivers = kind.equals("DELIVERED");
        if (delivers) {
            scan.put(
                    "proof",
                    Map.of(
                            "recipientName",
                            "Người nhận (thử)",
                            "relation",
                            "OWNER",
                            "paperShown",
                            "CCCD",
                            "oneTimeCode",
                            "135790"));
        }
        Call call = desk.postal("/" + item + "/scans", postman);
        Order.Kind order = delivers ? Order.Kind.DELIVER : Order.Kind.SCAN;
        return new Walk.Move(walk.named(order, call, scan, postman, scanId), delivers ? null : this);
    }

    private Walk.Move decision(
            Order.Kind kind,
            String path,
            Map<String, Object> body,
            Answer seen,
            Person by,
            Walk.@org.jspecify.annotations.Nullable Stage after) {
        Call call = desk.intake("/" + dossierId + path, by).with("If-Match", seen.etag());
        return new Walk.Move(walk.order(kind, call, body, by), after);
    }
}
