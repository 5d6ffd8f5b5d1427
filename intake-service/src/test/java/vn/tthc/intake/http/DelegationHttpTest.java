package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.OnBehalf;
import vn.tthc.contracts.Role;
import vn.tthc.platform.agency.PublishedDelegations;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.store.DocumentStore;

/** Somebody goes on leave, and somebody else acts in their place. */
class DelegationHttpTest extends IntakeServer {
    private static final String COLLEAGUE = TOKENS.token("case-xa-2", WARD, Role.CASE_OFFICER);
    private static final String REASON = "{\"reason\": \"đã trở lại\"}";

    @Autowired
    private PublishedDelegations delegations;

    @Autowired
    private DocumentStore documents;

    @Autowired
    private EventJson json;

    private static String body(String delegate, String role, Instant to) {
        return """
                {"delegate": "%s", "roles": ["%s"], "from": "%s", "to": "%s",
                 "ground": "Quy chế làm việc của UBND phường", "decision": "12/QĐ-UBND ngày 02/03/2026"}
                """.formatted(delegate, role, to.minusSeconds(7200), to);
    }

    private String granted(String token, String delegate, String role) {
        Answer granted = to("/api/v1/delegations")
                .as(token)
                .post(body(delegate, role, Instant.now().plusSeconds(3600)));
        assertThat(granted.status()).as(granted.body()).isEqualTo(201);
        comesBack(granted.text("/id"));
        return granted.text("/id");
    }

    /** Lets the stream come back from its topic. */
    private void comesBack(String delegation) {
        for (RecordedEvent recorded : log.read("delegation-" + delegation, 1, 10)) {
            Envelope envelope = recorded.envelope();
            ReceivedEvent event =
                    new ReceivedEvent(envelope, json.read(envelope.type(), envelope.revision(), recorded.data()), 0);
            documents.write(writer -> {
                delegations.apply(event, writer);
                return true;
            });
        }
    }

    @Test
    void whoever_has_not_signed_in_is_no_delegate() {
        Answer refused = to("/api/v1/delegations")
                .as(OFFICER)
                .post(body("anonymous", "RECEPTION_OFFICER", Instant.now().plusSeconds(3600)));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.text("/field")).isEqualTo("delegate");
    }

    @Test
    void the_delegate_receives_a_dossier_on_behalf_of_the_officer_until_the_delegation_is_revoked() {
        String id = granted(OFFICER, "case-xa-2", "RECEPTION_OFFICER");
        Answer filed = submitted(submission());
        String receptions = path(filed) + "/receptions";
        assertThat(to(receptions).as(COLLEAGUE).seeing(filed).post("{}").status())
                .isEqualTo(403);

        Answer received = to(receptions)
                .as(COLLEAGUE)
                .with("Tthc-Delegation", id)
                .seeing(filed)
                .post("{}");

        assertThat(received.status()).as(received.body()).isEqualTo(200);
        Envelope envelope =
                log.read("dossier-" + filed.text("/dossierId"), 2, 1).getFirst().envelope();
        assertThat(envelope.actor().id()).isEqualTo("case-xa-2");
        assertThat(envelope.actor().onBehalfOf()).isEqualTo(new OnBehalf(id, "officer-xa"));
        assertThat(reading(filed, id).status()).isEqualTo(200);

        Answer revoked =
                to("/api/v1/delegations/" + id + "/revocations").as(OFFICER).post(REASON);
        assertThat(revoked.status()).as(revoked.body()).isEqualTo(200);
        assertThat(revoked.text("/revokedAt")).isNotEmpty();
        comesBack(id);
        Answer late = reading(filed, id);
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.text("/code")).isEqualTo("DELEGATION_NOT_IN_FORCE");
        assertThat(late.text("/messages/vi")).contains("ủy quyền");
    }

    private Answer reading(Answer filed, String delegation) {
        return to(path(filed)).as(COLLEAGUE).with("Tthc-Delegation", delegation).get();
    }

    @Test
    void a_delegate_delegates_no_further_and_gets_no_more_than_the_role() {
        String id = granted(LEADER, "case-xa-2", "AGENCY_LEADER");
        Instant soon = Instant.now().plusSeconds(60);

        Answer further = to("/api/v1/delegations")
                .as(COLLEAGUE)
                .with("Tthc-Delegation", id)
                .post(body("case-xa-3", "AGENCY_LEADER", soon));
        assertThat(further.status()).isEqualTo(409);
        assertThat(further.text("/code")).isEqualTo("DELEGATED_ROLE");
        Answer notHeld = to("/api/v1/delegations").as(OFFICER).post(body("case-xa-2", "AGENCY_LEADER", soon));
        assertThat(notHeld.text("/code")).isEqualTo("ROLE_NOT_HELD");
        assertThat(notHeld.text("/messages/en")).contains("RECEPTION_OFFICER");
        String stranger = TOKENS.token("case-xa-9", WARD, Role.CASE_OFFICER);
        assertThat(to("/api/v1/delegations/mine")
                        .as(stranger)
                        .with("Tthc-Delegation", id)
                        .get()
                        .status())
                .isEqualTo(403);
        assertThat(to("/api/v1/delegations/mine").as(stranger).get().json().path("delegations"))
                .isEmpty();
    }

    @Test
    void a_delegation_is_listed_for_its_agency_and_its_delegate_and_revoked_by_the_leader() {
        String id = granted(OFFICER, "case-xa-4", "RECEPTION_OFFICER");
        String delegate = TOKENS.token("case-xa-4", WARD, Role.CASE_OFFICER);

        assertThat(to("/api/v1/delegations/mine").as(delegate).get().text("/delegations/0/id"))
                .isEqualTo(id);
        assertThat(to("/api/v1/delegations?agency=" + WARD).as(LEADER).get().body())
                .contains(id);
        String path = "/api/v1/delegations/" + id + "/revocations";
        assertThat(to(path).as(delegate).post(REASON).status()).isEqualTo(403);
        assertThat(to(path).as(OTHER_LEADER).post(REASON).status()).isEqualTo(403);
        assertThat(to(path).as(LEADER).post(REASON).status()).isEqualTo(200);
        Answer again = to(path).as(LEADER).post(REASON);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/code")).isEqualTo("DELEGATION_OVER");
    }
}
