package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.access.matrix.AccessMatrix;
import vn.tthc.platform.access.matrix.AccessPage;
import vn.tthc.platform.access.matrix.Bodies;
import vn.tthc.platform.access.matrix.HttpExchange;
import vn.tthc.platform.access.matrix.Probe;
import vn.tthc.platform.access.matrix.Table;
import vn.tthc.platform.access.matrix.Thing;
import vn.tthc.platform.access.matrix.World;
import vn.tthc.platform.agency.PublishedAgencies;
import vn.tthc.platform.agency.PublishedDelegations;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.postal.items.ItemReader;

/** Everybody may at the post what {@code access.txt} says, and nothing else. */
class AccessMatrixTest extends PostalFixture {
    private static final Table TABLE = Table.beside(AccessMatrixTest.class, "access.txt");
    private static final Bodies BODIES = Bodies.beside(AccessMatrixTest.class, "bodies.txt");
    private static final String MUI_NE = "22918@2025-07-01";

    /** What leaves from an agency without a point of its own is theirs. */
    private static final Set<String> CENTRES = Set.of("LDG-0001", "LDG-0002", "LDG-0003");

    private static final String TILL = "/api/v1/postal-points/LDG-0001/tills/2026-03-17";
    private static final String SCAN = "2026-03-02T02:00:00Z";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PublishedAgencies agencies;

    @Autowired
    private PublishedDelegations delegations;

    @Autowired
    private DocumentStore documents;

    private final World world = World.invented();

    @Test
    void everybody_may_what_the_table_says_and_nothing_else() throws Exception {
        world.publish(agencies, documents);
        world.publish(delegations, documents);
        List<Thing> things = List.of(
                item("xã", "ward", "ward", null),
                item("tỉnh", "other-ward", "department", MUI_NE),
                item("trung ương", "department", "ministry", null),
                item("xã cũ", "old-ward", "old-ward", null),
                item("huyện cũ", "old-district", "old-district", null));
        Api inspector = as(null, Role.INSPECTOR);
        List<String> silentBefore = MatrixItems.ids(MatrixItems.read(inspector, MatrixItems.SILENT), "items", "itemId");
        List<String> closedBefore =
                MatrixItems.ids(MatrixItems.read(inspector, MatrixItems.MANIFESTS), "manifests", "manifestId");
        List<String> paidBefore = MatrixItems.ids(MatrixItems.read(inspector, MatrixItems.TILLS), "tills", "point");
        String late = silent();
        String first = closed();
        String second = closed();
        long fetched = MatrixItems.count(MatrixItems.read(worker(), MatrixItems.WORK));
        known();
        String work = MatrixItems.read(worker(), MatrixItems.WORK);
        assertThat(MatrixItems.count(work)).isEqualTo(fetched + 1);
        String mail = MatrixItems.read(inspector, MatrixItems.MAIL);
        assertThat(mail).contains(MUI_NE);
        AccessMatrix matrix = new AccessMatrix(TABLE, BODIES, world, things, this::token, new HttpExchange(port))
                .planted("address", NAME, "0900000001", "1 Trần Phú")
                .planted("nobody", "068199000001")
                .common()
                .each("GET /api/v1/items/{itemId}", item -> Probe.get(path(item, "")))
                .filtered(
                        "GET /api/v1/items",
                        item -> Probe.get("/api/v1/items?dossierId=" + dossierOf(item)),
                        answer -> JsonMapper.shared()
                                .readTree(answer.body())
                                .path("items")
                                .valueStream()
                                .map(each -> each.path("itemId").asString())
                                .toList())
                .each(
                        "POST /api/v1/items/{itemId}/scans",
                        item -> Probe.post(path(item, "/scans"), scan("matrix-1", "ACCEPTED", SCAN, "")))
                .plain("POST /api/v1/scan-batches", Probe.post("/api/v1/scan-batches", "{\"scans\":[null]}"))
                .each(
                        "POST /api/v1/inbound-dossiers",
                        item -> Probe.post("/api/v1/inbound-dossiers", taking("nowhere@origin", "")))
                .each(
                        "POST /api/v1/items/{itemId}/anomaly-settlements",
                        item -> old(
                                path(item, "/anomaly-settlements"),
                                "{\"scanId\":\"matrix-1\",\"ruling\":\"KEPT_AS_IS\",\"ground\":\"r\"}"))
                .each(
                        "POST /api/v1/items/{itemId}/surrendered-papers",
                        item -> Probe.post(
                                path(item, "/surrendered-papers"),
                                surrendering().replace("Hộ chiếu", "Giấy không có trong danh mục")))
                .each("POST /api/v1/items/{itemId}/checks", item -> old(path(item, "/checks"), checking("", "")))
                .each(
                        "POST /api/v1/items/{itemId}/hand-overs",
                        item -> old(path(item, "/hand-overs"), "{\"carrier\":{\"oneTimeCode\":\"135790\"}}"))
                .each("POST /api/v1/items/{itemId}/cancellations", item -> old(path(item, "/cancellations"), ""))
                .each("POST /api/v1/items/{itemId}/splits", item -> old(path(item, "/splits"), "{\"of\":2}"))
                .each(
                        "POST /api/v1/items/{itemId}/address-changes",
                        item -> old(
                                path(item, "/address-changes"),
                                "{\"unit\":\"" + COMMUNE + "\",\"address\":\"1 Lê Lợi\"}"))
                .each("GET /api/v1/items/{itemId}/proof/signature", item -> Probe.get(path(item, "/proof/signature")))
                .each("GET /api/v1/items/{itemId}/proof/photo", item -> Probe.get(path(item, "/proof/photo")))
                .each("GET /api/v1/items/{itemId}/label", item -> Probe.get(path(item, "/label")))
                .each(
                        "POST /api/v1/manifests",
                        item -> Probe.post("/api/v1/manifests", "{\"from\":\"LDG-0001\",\"to\":\"LDG-0002\"}"))
                .each(
                        "GET /api/v1/manifests",
                        item -> Probe.get(MatrixItems.MANIFESTS),
                        answer -> MatrixItems.ids(answer, "manifests", "manifestId"),
                        item -> MatrixItems.newest(List.of(second, first), closedBefore))
                .each("GET /api/v1/manifests/{manifestId}", item -> Probe.get("/api/v1/manifests/" + second))
                .each(
                        "POST /api/v1/manifests/{manifestId}/items",
                        item -> Probe.post(manifest("LDG-0001", "LDG-0005", "/items"), "{\"items\":[\"BCCI-77\"]}"))
                .each(
                        "POST /api/v1/manifests/{manifestId}/closures",
                        item -> other(manifest("LDG-0001", "LDG-0005", "/closures"), ""))
                .each(
                        "POST /api/v1/manifests/{manifestId}/hand-overs",
                        item -> other(manifest("LDG-0001", "LDG-0005", "/hand-overs"), "{\"carrier\":\"49C-123.45\"}"))
                .each(
                        "POST /api/v1/manifests/{manifestId}/acceptances",
                        item -> other(manifest("LDG-0005", "LDG-0001", "/acceptances"), "{\"items\":[]}"))
                .each(
                        "GET /api/v1/postal-points/{pointId}/work",
                        item -> Probe.get(MatrixItems.WORK),
                        answer -> MatrixItems.work(answer.body()),
                        item -> MatrixItems.work(work))
                .all("GET /api/v1/mail/same-day", Probe.get(MatrixItems.MAIL), Probe.Answer::body, seen -> mail)
                .each("GET /api/v1/silent-items [of a point]", item -> Probe.get(MatrixItems.SILENT + MatrixItems.HERE))
                .each(
                        "GET /api/v1/item-anomalies [of a point]",
                        item -> Probe.get(MatrixItems.ASIDE + MatrixItems.HERE))
                .plain("GET /api/v1/paper-kinds", Probe.get("/api/v1/paper-kinds"))
                .plain("GET /api/v1/postage", Probe.get("/api/v1/postage?scope=WITHIN_PROVINCE&grams=50"))
                .all(
                        "GET /api/v1/tills",
                        Probe.get(MatrixItems.TILLS),
                        answer -> MatrixItems.ids(answer, "tills", "point"),
                        // The points stand in units that lie below nobody here but who is above all.
                        seen -> seen.size() == things.size()
                                ? List.copyOf(MatrixItems.with(paidBefore, "LDG-0001"))
                                : List.of())
                .all(
                        "GET /api/v1/silent-items",
                        Probe.get(MatrixItems.SILENT),
                        answer -> new TreeSet<>(MatrixItems.ids(answer, "items", "itemId")),
                        seen -> MatrixItems.with(silentBefore, late))
                .each("GET /api/v1/postal-points/{pointId}/tills/{day}", item -> Probe.get(TILL))
                .each(
                        "POST /api/v1/postal-points/{pointId}/tills/{day}/payments",
                        item -> Probe.post(TILL + "/payments", MatrixItems.FEE))
                .each(
                        "POST /api/v1/postal-points/{pointId}/tills/{day}/fee-transfers",
                        item -> Probe.post(TILL + "/fee-transfers", MatrixItems.TRANSFER))
                .each(
                        "POST /api/v1/postal-points/{pointId}/tills/{day}/fee-refunds",
                        item -> Probe.post(TILL + "/fee-refunds", MatrixItems.REFUND))
                .each(
                        "POST /api/v1/postal-points/{pointId}/tills/{day}/reconciliations",
                        item -> Probe.post(TILL + "/reconciliations", "{\"counted\":1}")
                                .with("If-Match", "\"till-77\""))
                .plain("POST /api/v1/blobs", Probe.upload("/api/v1/blobs", "text/plain", new byte[1]))
                .plain(
                        "POST /api/v1/carriers/{carrier}/events",
                        Probe.post(
                                "/api/v1/carriers/vnpost/events",
                                "{\"events\":[{\"eventId\":\"1\",\"number\":\"1\",\"code\":\"1\",\"occurredAt\":\""
                                        + SCAN + "\"}]}"))
                .plain(
                        "POST /internal/carrier-events/retries",
                        Probe.post("/internal/carrier-events/retries", "{\"carrier\":\"vnpost\",\"eventId\":\"none\"}"))
                .plain(
                        "POST /internal/carrier-events/settlements",
                        Probe.post(
                                "/internal/carrier-events/settlements",
                                "{\"carrier\":\"vnpost\",\"eventId\":\"none\",\"reason\":\"r\"}"))
                .plain(
                        "POST /internal/carrier-orders/retries",
                        Probe.post("/internal/carrier-orders/retries", "{\"itemId\":\"none\"}"))
                .plain("GET /api/v1/identifiers/{code}", Probe.get("/api/v1/identifiers/EA473124829VN"));
        assertThat(worker().post(TILL + "/payments", MatrixItems.FEE).status()).isEqualTo(201);
        assertThat(worker().post(TILL + "/fee-transfers", MatrixItems.TRANSFER).status())
                .isEqualTo(201);
        assertThat(worker().post(TILL + "/fee-refunds", MatrixItems.REFUND).status())
                .isEqualTo(201);
        as(null, Role.ADMINISTRATOR).post("/internal/backups", "{\"name\":\"matrix\"}");

        assertThat(matrix.unknown(context)).isEmpty();
        assertThat(matrix.differences()).isEmpty();
        assertThat(matrix.audiences()).containsExactlyElementsOf(TABLE.audiences());
        assertThat(matrix.sent()).isGreaterThan(1000);
    }

    @Test
    void the_page_about_access_is_current() {
        assertThat(AccessPage.stale("postal-delivery-service", TABLE)).isEmpty();
    }

    private final Map<String, String> dossiers = new HashMap<>();

    /** An item with a scan, so that whoever has seen it without is behind. */
    private Thing item(String level, String oneStop, String decides, @Nullable String toUnit) {
        String dossier = aDossier();
        DossierEvent.ResultAccepted usual = accepted(dossier, ReturnWay.POST, vault.newPerson());
        arrives(
                dossier,
                7,
                ACCEPTED,
                new DossierEvent.ResultAccepted(
                        usual.occurredAt(),
                        usual.resultNumber(),
                        world.ref(oneStop),
                        new ReturnWish(
                                ReturnWay.POST, toUnit, usual.returnWish().address()),
                        usual.addressee(),
                        usual.code()));
        String id = ItemReader.id(dossier, Purpose.RESULT, 1);
        dossiers.put(id, dossier);
        assertThat(worker().post(scans(id), scan("matrix-1", "ACCEPTED", SCAN, ""))
                        .status())
                .isEqualTo(201);
        comesBack(StreamId.item(id));
        Set<String> points = new TreeSet<>(CENTRES);
        if (toUnit != null) {
            points.add("LDG-0004");
        }
        return new Thing(level, id, oneStop, decides, "nobody", points);
    }

    private String dossierOf(Thing item) {
        return String.valueOf(dossiers.get(item.id()));
    }

    /** A manifest with an item on it that nothing is put on any more. */
    private String closed() {
        String manifest = begun("LDG-0001", "LDG-0005");
        String path = "/api/v1/manifests/" + manifest;
        String identifier = get(known()).path("identifier").asString();
        assertThat(worker().post(path + "/items", "{\"items\":[\"" + identifier + "\"]}")
                        .status())
                .isEqualTo(200);
        String seen = worker().get(path).header("ETag");
        assertThat(worker().decide(path + "/closures", seen, "").status()).isEqualTo(200);
        comesBack(new StreamId(StreamType.MANIFEST, manifest));
        return manifest;
    }

    private final Map<String, String> manifests = new HashMap<>();

    /** A manifest between two points, and what is asked of it. */
    private String manifest(String from, String to, String what) {
        return "/api/v1/manifests/" + manifests.computeIfAbsent(from + to, key -> begun(from, to)) + what;
    }

    private String begun(String from, String to) {
        String body = "{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}";
        return as(from, Role.POSTAL_WORKER)
                .post("/api/v1/manifests", body)
                .json()
                .path("manifestId")
                .asString();
    }

    /** A decision on a manifest of somebody who may, and has seen another version. */
    private static Probe other(String path, String json) {
        return Probe.post(path, json).with("If-Match", "\"manifest-77\"");
    }

    private static String path(Thing item, String what) {
        return "/api/v1/items/" + item.id() + what;
    }

    /** A decision of somebody who may, and has not seen the scan. */
    private static Probe old(String path, String json) {
        return Probe.post(path, json).with("If-Match", "\"item-1\"");
    }
}
