package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.law.post.S10;
import vn.tthc.platform.consume.NotYet;
import vn.tthc.postal.http.Api.Answer;

class PostOverHttpTest extends PostalFixture {
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
