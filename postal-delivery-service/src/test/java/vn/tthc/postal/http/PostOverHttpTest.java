package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.law.Level;
import vn.tthc.law.post.S10;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.consume.NotYet;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.postal.http.Api.Answer;
import vn.tthc.postal.items.ItemReader;

class PostOverHttpTest extends RunningService {
    private static final Instant ACCEPTED = Instant.parse("2026-03-02T01:00:00Z");
    private static final String COMMUNE = "24781@2025-07-01";
    private static final AgencyRef ONE_STOP =
            new AgencyRef(COMMUNE, "UBND phường", "Ward", Level.XA, LocalDate.of(2025, 7, 1), null);
    private static final String NAME = "Nguyễn Thị Bưởi";

    @Autowired
    private PersonVault vault;

    @Autowired
    private EventLog log;

    @Autowired
    private Streams streams;

    private Api worker() {
        return as(null, Role.POSTAL_WORKER);
    }

    private DossierEvent.ResultAccepted accepted(String dossier, ReturnWay way, String person) {
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

    private String opened() {
        String dossier = aDossier();
        arrives(dossier, 7, ACCEPTED, accepted(dossier, ReturnWay.POST, vault.newPerson()));
        return ItemReader.id(dossier, Purpose.RESULT, 1);
    }

    private static String scan(String id, String kind, String at, String more) {
        return "{\"scanId\":\"" + id + "\",\"kind\":\"" + kind + "\",\"occurredAt\":\"" + at
                + "\",\"point\":\"LDG-0001\",\"device\":\"PDA-7\",\"sequence\":1" + more + "}";
    }

    private static String delivered(String id, String at, String name) {
        return scan(
                id,
                "DELIVERED",
                at,
                ",\"proof\":{\"recipientName\":\"" + name + "\",\"relation\":\"OWNER\",\"paperShown\":\"CCCD\"}");
    }

    private static String scans(String item) {
        return "/api/v1/items/" + item + "/scans";
    }

    private JsonNode get(String item) {
        Answer answer = worker().get("/api/v1/items/" + item);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void a_result_for_the_post_opens_one_item_with_an_identifier_of_the_unit_and_resealed_names() {
        String dossier = aDossier();
        String person = vault.newPerson();
        DossierEvent.ResultAccepted event = accepted(dossier, ReturnWay.POST, person);
        arrives(dossier, 7, ACCEPTED, event);
        arrives(dossier, 7, ACCEPTED, event);

        JsonNode items =
                worker().get("/api/v1/items?dossierId=" + dossier).json().path("items");
        assertThat(items).hasSize(1);
        JsonNode item = items.get(0);
        assertThat(item.path("purpose").asString()).isEqualTo("RESULT");
        assertThat(item.path("status").asString()).isEqualTo("OPENED");
        assertThat(S10.valid(item.path("identifier").asString())).isTrue();
        assertThat(item.path("identifier").asString()).startsWith("RL01");

        StreamId stream = StreamId.item(item.path("itemId").asString());
        var recorded = log.read(stream.toString(), 1, 10);
        assertThat(recorded).hasSize(1);
        String commandId = recorded.getFirst().envelope().commandId();
        PostalEvent.Opened opened = (PostalEvent.Opened)
                streams.load(stream, List.of(), (all, e) -> List.of(e)).state().getFirst();
        assertThat(vault.open(opened.addressee().name(), stream, commandId, "addressee.name"))
                .contains(NAME);
        assertThat(vault.open(opened.addressee().phone(), stream, commandId, "addressee.phone"))
                .contains("0900000001");
        assertThat(vault.open(opened.toAddress(), stream, commandId, "toAddress"))
                .contains("1 Trần Phú");
        assertThat(opened.addressee().identityNumber())
                .as("the post needs no identity number")
                .isNull();
        assertThat(recorded.getFirst().envelope().dossierId()).isEqualTo(dossier);
    }

    @Test
    void a_result_for_the_counter_opens_nothing_and_one_whose_key_is_not_here_waits() {
        String counter = aDossier();
        arrives(counter, 7, ACCEPTED, accepted(counter, ReturnWay.COUNTER, vault.newPerson()));
        assertThat(worker().get("/api/v1/items?dossierId=" + counter).json().path("items"))
                .isEmpty();

        String early = aDossier();
        Sealed unknown = new Sealed("00000000-0000-0000-0000-000000000000", "AAAA");
        var event = new DossierEvent.ResultAccepted(
                ACCEPTED,
                null,
                ONE_STOP,
                new ReturnWish(ReturnWay.POST, COMMUNE, null),
                new Party(unknown.person(), unknown, null, null, null, null),
                "H36.01-260302-0002");
        assertThatThrownBy(() -> arrives(early, 7, ACCEPTED, event)).isInstanceOf(NotYet.class);
        assertThat(worker().get("/api/v1/items?dossierId=" + early).json().path("items"))
                .isEmpty();
    }

    @Test
    void late_repeated_and_contradicting_scans_leave_the_item_where_its_proof_says() {
        String item = opened();
        String office = scan("s2", "AT_DELIVERY_OFFICE", "2026-03-03T08:00:00+07:00", "");
        String proof = delivered("s3", "2026-03-03T09:00:00+07:00", NAME);

        Answer first = worker().post(scans(item), office);
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.json().path("result").asString()).isEqualTo("applied");
        Answer delivery = worker().post(scans(item), proof);
        assertThat(delivery.json().path("delivered").asBoolean())
                .as(delivery.toString())
                .isTrue();
        Answer late = worker().post(scans(item), scan("s1", "ACCEPTED", "2026-03-02T15:00:00+07:00", ""));
        assertThat(late.json().path("result").asString()).isEqualTo("applied");
        Answer after = worker().post(scans(item), scan("s4", "IN_TRANSIT", "2026-03-03T10:00:00+07:00", ""));
        assertThat(after.json().path("result").asString()).isEqualTo("anomaly");
        assertThat(after.json().path("anomaly").asString()).isEqualTo("AFTER_DELIVERY");
        Answer twice = worker().post(scans(item), delivered("s5", "2026-03-03T11:00:00+07:00", "Ai đó"));
        assertThat(twice.json().path("anomaly").asString()).isEqualTo("AFTER_DELIVERY");
        Answer future = worker().post(scans(item), scan("s6", "RETURNING", "2199-01-01T00:00:00Z", ""));
        assertThat(future.json().path("anomaly").asString()).isEqualTo("IN_THE_FUTURE");

        for (String again : List.of(office, proof)) {
            Answer repeated = worker().post(scans(item), again);
            assertThat(repeated.status()).as(repeated.toString()).isEqualTo(200);
            assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        }
        assertThat(worker().post(scans(item), proof).http().body())
                .isEqualTo(delivery.http().body());

        JsonNode view = get(item);
        assertThat(view.path("status").asString()).isEqualTo("DELIVERED");
        assertThat(view.path("scans").get(0).path("scanId").asString()).isEqualTo("s1");
        assertThat(view.path("scans")).hasSize(3);
        assertThat(view.path("setAside")).hasSize(3);
        assertThat(view.at("/proof/paperShown").asString()).isEqualTo("CCCD");
        assertThat(view.toString()).doesNotContain(NAME).doesNotContain("Ai đó");
    }

    @Test
    void the_same_scan_with_other_content_is_a_conflict_even_when_only_the_name_differs() {
        String item = opened();
        worker().post(scans(item), delivered("s1", "2026-03-03T09:00:00+07:00", NAME));

        Answer otherName = worker().post(scans(item), delivered("s1", "2026-03-03T09:00:00+07:00", "Ai đó"));
        Answer otherTime = worker().post(scans(item), delivered("s1", "2026-03-03T09:01:00+07:00", NAME));
        Answer otherKind = worker().post(scans(item), scan("s1", "RETURNED", "2026-03-03T09:00:00+07:00", ""));

        for (Answer answer : List.of(otherName, otherTime, otherKind)) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("SCAN_CONFLICT");
            assertThat(answer.field()).isEqualTo("scanId");
        }
        assertThat(get(item).path("scans")).hasSize(1);
    }

    @Test
    void one_delivery_told_by_many_at_once_is_one_delivery() throws Exception {
        for (int round = 0; round < 5; round++) {
            String item = opened();
            Callable<Answer> telling =
                    () -> worker().post(scans(item), delivered("s1", "2026-03-03T09:00:00+07:00", NAME));
            try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
                List<Future<Answer>> answers =
                        pool.invokeAll(List.of(telling, telling, telling, telling, telling, telling, telling, telling));
                int news = 0;
                for (Future<Answer> future : answers) {
                    Answer answer = future.get(30, TimeUnit.SECONDS);
                    assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
                    news += answer.status() == 201 ? 1 : 0;
                }
                assertThat(news).isEqualTo(1);
            }
            assertThat(log.read(StreamId.item(item).toString(), 1, 10)).hasSize(3);
        }
    }

    @Test
    void a_delivery_without_proof_and_a_failure_without_reason_are_refused() {
        String item = opened();

        Answer noProof = worker().post(scans(item), scan("s1", "DELIVERED", "2026-03-03T09:00:00+07:00", ""));
        Answer noReason = worker().post(scans(item), scan("s1", "ATTEMPT_FAILED", "2026-03-03T09:00:00+07:00", ""));
        Answer failed = worker().post(
                        scans(item),
                        scan("s1", "ATTEMPT_FAILED", "2026-03-03T09:00:00+07:00", ",\"reason\":\"NOT_FOUND\""));

        assertThat(noProof.status()).isEqualTo(409);
        assertThat(noProof.code()).isEqualTo("PROOF_REQUIRED");
        assertThat(noReason.code()).isEqualTo("REASON_REQUIRED");
        assertThat(failed.status()).as(failed.toString()).isEqualTo(201);
        assertThat(get(item).path("failedAttempts").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"point\":\"LDG-0001\"        | \"point\":\"LDG-9999\"             | point",
                "\"point\":\"LDG-0001\",       | ``                                 | point",
                "\"kind\":\"ACCEPTED\"         | \"kind\":\"LOST\"                  | kind",
                "\"kind\":\"ACCEPTED\",        | ``                                 | kind",
                "\"sequence\":1                | \"sequence\":-1                    | sequence",
                "\"sequence\":1                | \"sequence\":\"một\"               | sequence",
                "\"scanId\":\"s1\"             | \"scanId\":\"\"                    | scanId",
                "\"scanId\":\"s1\"             | \"scanId\":\"s 1\"                 | scanId",
                "2026-03-03T09:00:00+07:00     | 2026-03-03                         | occurredAt",
                "\"sequence\":1                | \"sequence\":1,\"weight\":3        | weight",
                "\"sequence\":1                | \"sequence\":1,\"reason\":\"LAZY\" | reason",
                "\"sequence\":1 | \"sequence\":1,\"proof\":{\"relation\":\"OWNER\",\"paperShown\":\"CCCD\"} | proof.recipientName",
                "\"sequence\":1 | \"sequence\":1,\"proof\":{\"recipientName\":\"x\",\"relation\":\"OWNER\",\"paperShown\":\"cccd\"} | proof.paperShown",
                "\"sequence\":1 | \"sequence\":1,\"proof\":{\"recipientName\":\"x\",\"relation\":\"NEIGHBOUR\",\"paperShown\":\"CCCD\"} | proof.relation",
            })
    void rubbish_is_refused_with_the_name_of_the_field(String what, String instead, String field) {
        String item = opened();
        String good = scan("s1", "ACCEPTED", "2026-03-03T09:00:00+07:00", "");
        assertThat(good).contains(what);

        Answer answer = worker().post(scans(item), good.replace(what, instead));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.field()).as(answer.toString()).isEqualTo(field);
        assertThat(get(item).path("scans")).isEmpty();
    }

    @Test
    void only_the_post_scans_and_only_those_concerned_look() {
        String item = opened();
        String scan = scan("s1", "ACCEPTED", "2026-03-03T09:00:00+07:00", "");

        assertThat(nobody().post(scans(item), scan).status()).isEqualTo(401);
        assertThat(as(COMMUNE, Role.RECEPTION_OFFICER).post(scans(item), scan).status())
                .isEqualTo(403);
        assertThat(as(COMMUNE, Role.RECEPTION_OFFICER)
                        .get("/api/v1/items/" + item)
                        .status())
                .isEqualTo(200);
        assertThat(as("22945@2025-07-01", Role.RECEPTION_OFFICER)
                        .get("/api/v1/items/" + item)
                        .status())
                .isEqualTo(403);
        assertThat(nobody().get("/api/v1/items/" + item).status()).isEqualTo(401);
        assertThat(worker().get("/api/v1/items/rubbish").status()).isEqualTo(404);
        assertThat(worker().get("/api/v1/items/" + aDossier()).status()).isEqualTo(404);
        assertThat(worker().post(scans(aDossier()), scan).status()).isEqualTo(404);
        assertThat(worker().get("/api/v1/items").status()).isEqualTo(400);
    }

    @Test
    void anybody_may_check_an_identifier_and_find_the_post() {
        JsonNode good = nobody().get("/api/v1/identifiers/RR473124829GB").json();
        assertThat(good.path("valid").asBoolean()).isTrue();
        assertThat(good.path("reason").isNull()).isTrue();
        for (String bad : List.of(
                "RR473124828GB:CHECK_DIGIT",
                "R:LENGTH",
                "1R473124829GB:SERVICE_INDICATOR",
                "RR47312482XGB:SERIAL",
                "RR4731248291B:COUNTRY",
                "%20%E1%BB%87:LENGTH")) {
            Answer answer = nobody().get("/api/v1/identifiers/" + bad.split(":")[0]);
            assertThat(answer.status()).as(bad).isEqualTo(200);
            assertThat(answer.json().path("valid").asBoolean()).as(bad).isFalse();
            assertThat(answer.json().path("reason").asString()).isEqualTo(bad.split(":")[1]);
        }
        JsonNode points = nobody().get("/api/v1/postal-points?unit=24781@2025-07-01")
                .json()
                .path("points");
        assertThat(points.get(0).path("id").asString()).isEqualTo("LDG-0001");
        assertThat(nobody().get("/api/v1/postal-points").json().path("points")).hasSizeGreaterThan(300);
        assertThat(nobody().get("/api/v1/postal-points?unit=x").json().path("points"))
                .isEmpty();
    }
}
