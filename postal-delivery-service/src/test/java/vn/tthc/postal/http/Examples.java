package vn.tthc.postal.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Role;
import vn.tthc.platform.api.CommonExamples;
import vn.tthc.platform.api.ExampleBook;
import vn.tthc.platform.api.Exchange;
import vn.tthc.platform.testing.Agencies;
import vn.tthc.postal.carriers.Signatures;

/** Every operation of the post once with a good end: an item on its way, changed and delivered with proof. */
final class Examples {
    private final ExampleBook book;
    private final PostalFixture post;
    private final String worker;
    private final String desk;

    Examples(ExampleBook book, PostalFixture post) {
        this.book = book;
        this.post = post;
        this.worker = post.worker().token();
        this.desk = post.as(PostalFixture.COMMUNE, Role.RECEPTION_OFFICER).token();
    }

    void run() {
        CommonExamples.files(book, worker);
        delivered();
        changed();
        batch();
        book.call("getInternalIdentifierRanges")
                .as(post.as(null, Role.ADMINISTRATOR).token())
                .with("point", "LDG-0004")
                .succeeds(200);
        told();
        inbound();
        post.silent();
        book.call("getSilentItems").as(worker).with("point", "LDG-0001").succeeds(200);
        book.call("getPostalPoints").with("unit", PostalFixture.COMMUNE).succeeds(200);
        book.call("getIdentifiersByCode").with("code", "RR473124829VN").succeeds(200);
        book.call("getIdentifiersByCode").with("code", "nonsense").succeeds(200);
    }

    private Exchange.Reply seen(String item) {
        return book.call("getItemsByItemId").as(desk).with("itemId", item).succeeds(200);
    }

    private ExampleBook.Call scan(String item, String body) {
        return book.call("postItemsByItemIdScans")
                .as(worker)
                .with("itemId", item)
                .body(body);
    }

    private void delivered() {
        String item = post.opened();
        String dossier = JsonMapper.shared()
                .readTree(seen(item).text())
                .path("dossierId")
                .asString();
        book.call("getItems").as(desk).with("dossierId", dossier).succeeds(200);
        String hash = JsonMapper.shared()
                .readTree(book.call("postBlobs")
                        .as(worker)
                        .file("image/png", CommonExamples.picture())
                        .succeeds(201)
                        .text())
                .path("hash")
                .asString();
        String proof = """
                {"scanId": "lan-3", "kind": "DELIVERED", "occurredAt": "2026-03-03T09:00:00+07:00", "point": "LDG-0001",
                 "device": "PDA-7", "sequence": 3,
                 "proof": {"recipientName": "Nguyễn Thị Bưởi", "relation": "OWNER", "paperShown": "CCCD",
                           "signatureHash": "%s", "photoHash": "%s"}}""".formatted(hash, hash);
        scan(item, proof).succeeds(201);
        scan(item, proof).succeeds(200);
        scan(item, proof.replace("Bưởi", "Cam")).refused(409, "SCAN_CONFLICT");
        scan(item, """
                {"scanId": "lan-4", "kind": "DELIVERED", "occurredAt": "2026-03-03T10:00:00+07:00", "point": "LDG-0001",
                 "device": "PDA-7", "sequence": 4}""").refused(409, "PROOF_REQUIRED");
        scan(item, """
                {"scanId": "lan-5", "kind": "ATTEMPT_FAILED", "occurredAt": "2026-03-03T08:00:00+07:00",
                 "point": "LDG-0001", "device": "PDA-7", "sequence": 2, "reason": "NOT_FOUND"}""").succeeds(201);
        book.call("getItemsByItemIdProofSignature")
                .as(desk)
                .with("itemId", item)
                .succeeds(200);
        book.call("getItemsByItemIdProofPhoto").as(desk).with("itemId", item).succeeds(200);
        seen(item);
        book.call("postItemsByItemIdCancellations")
                .as(desk)
                .with("itemId", item)
                .seeing(seen(item))
                .refused(409, "ALREADY_DELIVERED");
    }

    private void batch() {
        String item = post.known();
        String scans = """
                {"scans": [
                  {"item": "%s", "scan": {"scanId": "pda7-1", "kind": "ACCEPTED", "occurredAt": "2026-03-02T09:00:00+07:00",
                   "point": "LDG-0001", "device": "PDA-7", "sequence": 1}},
                  {"item": "RL000000008VN", "scan": {"scanId": "pda7-2", "kind": "ACCEPTED",
                   "occurredAt": "2026-03-02T09:01:00+07:00", "point": "LDG-0001", "device": "PDA-7", "sequence": 2}}]}""".formatted(item);
        book.call("postScanBatches").as(worker).body(scans).succeeds(200);
        book.call("postScanBatches").as(worker).body("{\"scans\": []}").refused(400, "VALIDATION_FAILED");
        book.call("postScanBatches")
                .as(worker)
                .file("text/csv", "item,scanId\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .refused(400, "CSV_ROWS");
    }

    private void inbound() {
        post.published(Agencies.WARD);
        String taken = book.call("postInboundDossiers")
                .as(worker)
                .body(PostalFixture.taking(PostalFixture.COMMUNE, ""))
                .succeeds(201)
                .text();
        String item = JsonMapper.shared().readTree(taken).path("itemId").asString();
        book.call("postItemsByItemIdChecks")
                .as(desk)
                .with("itemId", item)
                .seeing(seen(item))
                .body(PostalFixture.checking("{\"name\": \"Đơn đề nghị\", \"form\": \"ORIGINAL\", \"count\": 1}", ""))
                .succeeds(200);
        book.call("postItemsByItemIdChecks")
                .as(desk)
                .with("itemId", item)
                .seeing(seen(item))
                .body(PostalFixture.checking("", ""))
                .refused(409, "ALREADY_CHECKED");
    }

    private void told() {
        String item = post.opened();
        String body = """
                {"events": [
                  {"eventId": "vt-1", "number": "%s", "code": "1", "occurredAt": "2026-03-02T15:00:00+07:00", "point": "LDG-0001"},
                  {"eventId": "vt-2", "number": "%s", "code": "4", "reason": "VANG_MAT",
                   "occurredAt": "2026-03-03T08:00:00+07:00"},
                  {"eventId": "vt-3", "number": "%s", "code": "5", "occurredAt": "2026-03-03T15:00:00+07:00",
                   "proof": {"recipientName": "Nguyễn Thị Bưởi", "relation": "OWNER", "paperShown": "CCCD",
                             "oneTimeCode": "135790"}},
                  {"eventId": "vt-4", "number": "VT-77", "code": "42", "occurredAt": "2026-03-03T16:00:00+07:00"}]}""".formatted(item, item, item);
        message(body).succeeds(200);
        message(body.replace("vt-4", "vt-5")).refused(409, "CARRIER_MESSAGE_REUSED");
        message(body).header(Signatures.SIGNATURE, "v1,AAAA").refused(401, "CARRIER_NOT_AUTHENTICATED");
        String administrator = post.as(null, Role.ADMINISTRATOR).token();
        book.call("getInternalCarrierEvents")
                .as(administrator)
                .with("limit", "10")
                .succeeds(200);
        book.call("postInternalCarrierEventsRetries")
                .as(administrator)
                .body("{\"carrier\": \"vnpost\", \"eventId\": \"vt-4\"}")
                .succeeds(200);
        book.call("postInternalCarrierEventsSettlements")
                .as(administrator)
                .body("{\"carrier\": \"vnpost\", \"eventId\": \"vt-4\", \"reason\": \"Mã thử của hãng\"}")
                .succeeds(200);
        book.call("postInternalCarrierEventsRetries")
                .as(administrator)
                .body("{\"carrier\": \"vnpost\", \"eventId\": \"vt-4\"}")
                .refused(409, "CARRIER_EVENT_NOT_KEPT");
        String refused = post.orderedInVain();
        book.call("getInternalCarrierOrders")
                .as(administrator)
                .with("limit", "10")
                .succeeds(200);
        String order = "{\"itemId\": \"" + refused + "\"}";
        book.call("postInternalCarrierOrdersRetries")
                .as(administrator)
                .body(order)
                .succeeds(200);
        book.call("postInternalCarrierOrdersRetries")
                .as(administrator)
                .body("{\"itemId\": \"none\"}")
                .refused(409, "CARRIER_ORDER_NOT_PARKED");
    }

    private ExampleBook.Call message(String body) {
        long now = Instant.now().getEpochSecond();
        return book.call("postCarriersByCarrierEvents")
                .with("carrier", "vnpost")
                .header(Signatures.ID, "vt-msg-1")
                .header(Signatures.TIMESTAMP, Long.toString(now))
                .header(
                        Signatures.SIGNATURE,
                        post.signatures().sign("vt-msg-1", now, body.getBytes(StandardCharsets.UTF_8)))
                .body(body);
    }

    private void changed() {
        String item = post.opened();
        book.call("postItemsByItemIdAddressChanges")
                .as(desk)
                .with("itemId", item)
                .seeing(seen(item))
                .body("{\"unit\": \"23272@2025-07-01\", \"address\": \"2 Phú Quý\"}")
                .succeeds(200);
        book.call("postItemsByItemIdSplits")
                .as(desk)
                .with("itemId", item)
                .seeing(seen(item))
                .body("{\"of\": 2}")
                .succeeds(200);
        String other = post.opened();
        book.call("postItemsByItemIdCancellations")
                .as(desk)
                .with("itemId", other)
                .seeing(seen(other))
                .succeeds(200);
        book.call("getItemsByItemIdProofPhoto").as(desk).with("itemId", other).refused(404, "NOT_FOUND");
        book.call("getItemsByItemId")
                .as(post.as("22945@2025-07-01", Role.RECEPTION_OFFICER).token())
                .with("itemId", other)
                .refused(403, "FORBIDDEN");
    }
}
