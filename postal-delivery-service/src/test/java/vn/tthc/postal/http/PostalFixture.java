package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.law.Level;
import vn.tthc.platform.agency.PublishedAgencies;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.Provenance;
import vn.tthc.platform.person.KeyFile;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.timer.Timer;
import vn.tthc.platform.timer.TimerRule;
import vn.tthc.postal.carriers.Signatures;
import vn.tthc.postal.http.Api.Answer;
import vn.tthc.postal.items.ItemReader;

/** Items of results that were accepted for the post, and scans of them. */
abstract class PostalFixture extends RunningService {
    static final Instant ACCEPTED = Instant.parse("2026-03-02T01:00:00Z");
    static final String COMMUNE = "24781@2025-07-01";
    static final AgencyRef ONE_STOP =
            new AgencyRef(COMMUNE, "UBND phường", "Ward", Level.XA, LocalDate.of(2025, 7, 1), null);
    static final String NAME = "Nguyễn Thị Bưởi";

    @Autowired
    PersonVault vault;

    @Autowired
    EventLog log;

    @Autowired
    Streams streams;

    @Autowired
    EventJson json;

    @Autowired
    PublishedAgencies agencies;

    @Autowired
    DocumentStore documents;

    @Autowired
    TimerRule timers;

    @Autowired
    Commands commands;

    Api worker() {
        return as("LDG-0001", Role.POSTAL_WORKER);
    }

    DossierEvent.ResultAccepted accepted(String dossier, ReturnWay way, String person) {
        StreamId stream = StreamId.dossier(dossier);
        Sealed name = vault.seal(person, stream, "command-7", "addressee.name", NAME);
        Sealed identity = vault.seal(person, stream, "command-7", "addressee.identityNumber", "068199000001");
        Sealed phone = vault.seal(person, stream, "command-7", "addressee.phone", "0900000001");
        Sealed address = vault.seal(person, stream, "command-7", "returnWish.address", "1 Trần Phú");
        return new DossierEvent.ResultAccepted(
                ACCEPTED,
                "12/QĐ",
                ONE_STOP,
                new ReturnWish(way, COMMUNE, way == ReturnWay.POST ? address : null),
                new Party(person, name, identity, phone, null, null),
                "H36.01-260302-0001");
    }

    String opened() {
        String dossier = aDossier();
        arrives(dossier, 7, ACCEPTED, accepted(dossier, ReturnWay.POST, vault.newPerson()));
        return ItemReader.id(dossier, Purpose.RESULT, 1);
    }

    /** An item that has come back from the topic, so that it is found by what is printed on it. */
    String known() {
        String item = opened();
        comesBack(StreamId.item(item));
        return item;
    }

    /** A citizen's dossier for a one-stop. */
    static String taking(String oneStop, String more) {
        return """
                {"point": "LDG-0001", "procedure": "1.010778", "receivingAgency": "%s", "competentAgency": "%s",
                 "applicant": {"name": "%s", "identityNumber": "068199000001", "phone": "0900000001",
                               "address": "1 Trần Phú"},
                 "returnBy": {"way": "POST", "unit": "%s", "address": "1 Trần Phú"},
                 "replyTo": {"unit": "%s", "address": "9 Lê Lợi"},
                 "papers": [{"name": "Đơn đề nghị", "form": "ORIGINAL", "count": 1},
                            {"name": "Giấy khai sinh", "form": "COPY", "count": 2}],
                 "seal": "NP-0001", "fee": {"amountVnd": 50000, "receipt": "BL-77"},
                 "citizen": {"oneTimeCode": "246810"}%s}""".formatted(oneStop, oneStop, NAME, COMMUNE, COMMUNE, more);
    }

    /** Papers that a citizen surrenders when the result is delivered. */
    static String surrendering() {
        return """
                {"point": "LDG-0001", "papers": [{"name": "Hộ chiếu", "form": "ORIGINAL", "count": 1}],
                 "seal": "NP-0002", "citizen": {"oneTimeCode": "246810"}}""";
    }

    /** What the one-stop found in it: as listed, unless told otherwise. */
    static String checking(String instead, String by) {
        String listed = "{\"name\": \"Đơn đề nghị\", \"form\": \"ORIGINAL\", \"count\": 1},"
                + "{\"name\": \"Giấy khai sinh\", \"form\": \"COPY\", \"count\": 2}";
        return """
                {"papers": [%s], "sealIntact": true, "receivedBy": "Lê Văn Tiếp", "carrier": {%s}}""".formatted(instead.isEmpty() ? listed : instead, by.isEmpty() ? "\"oneTimeCode\": \"135790\"" : by);
    }

    /** Makes the one-stop known here. */
    void published(Agency agency) {
        documents.write(writer -> {
            agencies.apply(
                    new ReceivedEvent(
                            envelope(new StreamId(StreamType.AGENCY, agency.id()), 1, ACCEPTED),
                            new ReferenceEvent.AgencyRegistered(ACCEPTED, agency, "hash"),
                            0),
                    writer);
            return true;
        });
    }

    /** An item nobody has heard of since it was opened, and whose time is over. */
    String silent() {
        String item = opened();
        StreamId stream = StreamId.item(item);
        Timer timer = timers.timers(stream, 1).getFirst();
        Provenance system = new Provenance(
                new Actor("postal", Set.of(Role.SYSTEM), null), Origin.LIVE, "correlation", null, null, null);
        commands.send(
                stream,
                timers.command(timer, Instant.now()),
                new CommandContext("timer/" + timer.key() + "@" + timer.due(), null, null, null, system));
        comesBack(stream);
        return item;
    }

    Signatures signatures() {
        return new Signatures(KeyFile.read("test", CARRIER_KEY.toString()));
    }

    /** An item whose order its carrier has refused. */
    String orderedInVain() {
        String item = opened();
        CARRIER.answers(item, 422);
        comesBack(StreamId.item(item));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> ordered(item, "PARKED"));
        return item;
    }

    /** Whether the order of an item is in a state. */
    boolean ordered(String item, String state) {
        Answer answer = as(null, Role.ADMINISTRATOR).get("/internal/carrier-orders?limit=500&state=" + state);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json()
                .path("orders")
                .valueStream()
                .anyMatch(order -> order.path("itemId").asString().equals(item));
    }

    static String scan(String id, String kind, String at, String more) {
        return "{\"scanId\":\"" + id + "\",\"kind\":\"" + kind + "\",\"occurredAt\":\"" + at
                + "\",\"point\":\"LDG-0001\",\"device\":\"PDA-7\",\"sequence\":1" + more + "}";
    }

    static String delivered(String id, String at, String name) {
        return scan(
                id,
                "DELIVERED",
                at,
                ",\"proof\":{\"recipientName\":\"" + name
                        + "\",\"relation\":\"OWNER\",\"paperShown\":\"CCCD\",\"oneTimeCode\":\"135790\"}");
    }

    static String scans(String item) {
        return "/api/v1/items/" + item + "/scans";
    }

    JsonNode get(String item) {
        Answer answer = worker().get("/api/v1/items/" + item);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }
}
