package vn.tthc.local.demo;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Call;

/** Carries the result of a dossier to the applicant: found nobody first, then delivered with proof. */
final class PostWalk {
    private static final String POINT = "LDG-0001";

    private final Desk desk;
    private final InstantSource clock;
    private final Consumer<String> say;

    PostWalk(Desk desk, InstantSource clock, Consumer<String> say) {
        this.desk = desk;
        this.clock = clock;
        this.say = say;
    }

    /**
     * Carries it.
     *
     * @param position where the one-stop's acceptance of the result can be found
     * @return where the delivery can be found
     */
    String deliver(Slip slip, String recipient, String position) throws InterruptedException {
        String postman = desk.as("postal");
        JsonNode items = desk.read(
                        desk.services().postal("/api/v1/items?dossierId=" + slip.dossierId(), postman), position)
                .json()
                .path("items");
        if (items.isEmpty()) {
            throw new Failure("the post has no item of dossier " + slip.dossierId() + ".");
        }
        String item = items.path(0).path("itemId").asString();
        say.accept("    bưu gửi / item " + items.path(0).path("identifier").asString());
        Call scans = desk.services().postal("/api/v1/items/" + item + "/scans", postman);
        String last = position;
        int sequence = 0;
        for (String kind : List.of("ACCEPTED", "AT_DELIVERY_OFFICE", "ATTEMPT_FAILED", "DELIVERED")) {
            say.accept("    " + kind);
            Map<String, Object> scan = new LinkedHashMap<>();
            scan.put("scanId", "demo-" + item + "-" + kind);
            scan.put("kind", kind);
            scan.put("occurredAt", clock.instant().toString());
            scan.put("point", POINT);
            scan.put("device", "demo-1");
            scan.put("sequence", ++sequence);
            if (kind.equals("ATTEMPT_FAILED")) {
                scan.put("reason", "NOT_FOUND");
            }
            if (kind.equals("DELIVERED")) {
                scan.put(
                        "proof",
                        Map.of(
                                "recipientName",
                                recipient,
                                "relation",
                                "FAMILY",
                                "paperShown",
                                "CCCD",
                                "oneTimeCode",
                                "135790"));
            }
            last = desk.create(scans, scan).position();
        }
        return last;
    }
}
