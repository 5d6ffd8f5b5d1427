package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.law.Level;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.person.KeyFile;
import vn.tthc.platform.person.PersonVault;
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
