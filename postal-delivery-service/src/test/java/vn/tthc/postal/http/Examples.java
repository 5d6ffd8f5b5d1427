package vn.tthc.postal.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
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
        manifest();
        money();
        book.call("getPostalPointsByPointIdWork")
                .as(worker)
                .with("pointId", "LDG-0001")
                .with("kind", "FETCH")
                .with("limit", "2")
                .succeeds(200);
        book.call("getMailSameDay")
                .as(worker)
                .with("from", "2026-03-01")
                .with("to", "2026-03-31")
                .succeeds(200);
        book.call("getInternalIdentifierRanges")
                .as(post.as(null, Role.ADMINISTRATOR).token())
                .with("point", "LDG-0004")
                .succeeds(200);
        told();
        inbound();
        anomalies();
        post.silent();
        book.call("getSilentItems").as(worker).with("point", "LDG-0001").succeeds(200);
        book.call("getPostalPoints").with("unit", PostalFixture.COMMUNE).succeeds(200);
        book.call("getPaperKinds").succeeds(200);
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

    private ExampleBook.Call handOver(String item) {
        return book.call("postItemsByItemIdHandOvers")
                .as(desk)
                .with("itemId", item)
                .seeing(seen(item))
                .body("{\"carrier\": {\"oneTimeCode\": \"135790\"}}");
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
        handOver(item).succeeds(200);
        handOver(item).refused(409, "ALREADY_HANDED_OVER");
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
        surrender(item).succeeds(201);
        surrender(item).refused(409, "ALREADY_SURRENDERED");
        book.call("postItemsByItemIdCancellations")
                .as(desk)
                .with("itemId", item)
                .seeing(seen(item))
                .refused(409, "ALREADY_DELIVERED");
    }

    private ExampleBook.Call surrender(String item) {
        return book.call("postItemsByItemIdSurrenderedPapers")
                .as(worker)
                .with("itemId", item)
                .body(PostalFixture.surrendering());
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

    private void anomalies() {
        String item = post.opened();
        scan(item, PostalFixture.scan("pda7-12", "IN_TRANSIT", "2026-03-03T09:00:00+07:00", ""))
                .succeeds(201);
        scan(item, PostalFixture.scan("pda7-11", "ACCEPTED", "2026-03-03T10:00:00+07:00", ""))
                .succeeds(201);
        post.comesBack(StreamId.item(item));
        settle(item, "pda7-12").refused(409, "ANOMALY_UNKNOWN");
        settle(item, "pda7-11").succeeds(200);
        settle(item, "pda7-11").refused(409, "ANOMALY_SETTLED");
        post.comesBack(StreamId.item(item));
        book.call("getItemAnomalies")
                .as(worker)
                .with("point", "LDG-0001")
                .with("state", "SETTLED")
                .succeeds(200);
    }

    private ExampleBook.Call settle(String item, String scanId) {
        return book.call("postItemsByItemIdAnomalySettlements")
                .as(worker)
                .with("itemId", item)
                .seeing(seen(item))
                .body("{\"scanId\": \"" + scanId + "\", \"ruling\": \"KEPT_AS_IS\","
                        + " \"ground\": \"Máy quét gửi lại lần cũ\"}");
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

    private ExampleBook.Call manifest(String operation, String manifest) {
        return book.call(operation).as(worker).with("manifestId", manifest);
    }

    private void manifest() {
        String item = post.known();
        book.call("getItemsByItemIdLabel").as(desk).with("itemId", item).succeeds(200);
        book.call("getItemsByItemIdLabel").as(desk).with("itemId", "x").refused(404, "NOT_FOUND");
        String manifest = JsonMapper.shared()
                .readTree(book.call("postManifests")
                        .as(worker)
                        .body("{\"from\": \"LDG-0001\", \"to\": \"LDG-0078\"}")
                        .succeeds(201)
                        .text())
                .path("manifestId")
                .asString();
        String items = "{\"items\": [\"" + item + "\", \"BCCI-77\"]}";
        manifest("postManifestsByManifestIdItems", manifest).body(items).succeeds(200);
        Exchange.Reply open = manifest("getManifestsByManifestId", manifest).succeeds(200);
        manifest("postManifestsByManifestIdHandOvers", manifest)
                .seeing(open)
                .body("{\"carrier\": \"49C-123.45\"}")
                .refused(409, "MANIFEST_NOT_CLOSED");
        Exchange.Reply closed = manifest("postManifestsByManifestIdClosures", manifest)
                .seeing(open)
                .succeeds(200);
        Exchange.Reply over = manifest("postManifestsByManifestIdHandOvers", manifest)
                .seeing(closed)
                .body("{\"carrier\": \"49C-123.45\"}")
                .succeeds(200);
        book.call("postManifestsByManifestIdAcceptances")
                .as(post.as("LDG-0078", Role.POSTAL_WORKER).token())
                .with("manifestId", manifest)
                .seeing(over)
                .body(items)
                .succeeds(200);
        post.comesBack(StreamId.parse("manifest-" + manifest));
        book.call("getManifests")
                .as(worker)
                .with("point", "LDG-0001")
                .with("side", "FROM")
                .with("phase", "ACCEPTED")
                .with("limit", "2")
                .succeeds(200);
    }

    private ExampleBook.Call till(String operation) {
        return book.call(operation).as(worker).with("pointId", "LDG-0001").with("day", "2026-03-16");
    }

    private void money() {
        book.call("getPostage")
                .with("scope", "WITHIN_PROVINCE")
                .with("grams", "80")
                .with("on", "2026-03-16")
                .succeeds(200);
        String payment = """
                {"paymentId": "BL-0016", "kind": "POSTAGE", "dong": 30000, "reference": "RL473124829VN",
                 "scope": "WITHIN_PROVINCE", "grams": 80}""";
        till("postPostalPointsByPointIdTillsByDayPayments").body(payment).succeeds(201);
        till("postPostalPointsByPointIdTillsByDayPayments").body(payment).succeeds(200);
        till("postPostalPointsByPointIdTillsByDayPayments")
                .body(payment.replace("30000", "25000"))
                .refused(409, "PAYMENT_CONFLICT");
        till("postPostalPointsByPointIdTillsByDayPayments")
                .body("{\"paymentId\": \"BL-0017\", \"kind\": \"AGENCY_FEE\", \"dong\": 50000,"
                        + " \"reference\": \"H36.01-260302-0001\", \"agency\": \"24781@2025-07-01\"}")
                .succeeds(201);
        till("postPostalPointsByPointIdTillsByDayFeeTransfers")
                .body("{\"transferId\": \"BB-0003\", \"agency\": \"24781@2025-07-01\", \"dong\": 40000,"
                        + " \"document\": \"Biên bản 03\"}")
                .succeeds(201);
        String refund = "{\"refundId\": \"PT-0001\", \"paymentId\": \"BL-0017\", \"dong\": 4000,"
                + " \"document\": \"Phiếu trả 01\"}";
        till("postPostalPointsByPointIdTillsByDayFeeRefunds").body(refund).succeeds(201);
        till("postPostalPointsByPointIdTillsByDayFeeRefunds")
                .body(refund.replace("PT-0001", "PT-0002").replace("4000", "6001"))
                .refused(409, "MORE_THAN_TAKEN");
        Exchange.Reply seen = till("getPostalPointsByPointIdTillsByDay").succeeds(200);
        till("postPostalPointsByPointIdTillsByDayReconciliations")
                .seeing(seen)
                .body("{\"counted\": 36000}")
                .succeeds(200);
        till("postPostalPointsByPointIdTillsByDayFeeTransfers")
                .body("{\"transferId\": \"BB-0004\", \"agency\": \"24781@2025-07-01\", \"dong\": 10001,"
                        + " \"document\": \"Biên bản 04\"}")
                .refused(409, "MORE_THAN_COLLECTED");
        book.call("getTills")
                .as(post.as(null, Role.INSPECTOR).token())
                .with("day", "2026-03-16")
                .succeeds(200);
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
