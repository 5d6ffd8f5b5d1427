package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.postal.CoSignature;
import vn.tthc.contracts.postal.Filing;
import vn.tthc.contracts.postal.Paper;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.law.Level;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.person.PersonVault;

/** A dossier that came by post is filed when the one-stop has compared it, under the id the post gave it. */
class PostedDossiersTest extends IntakeServer {
    private static final AgencyRef ONE_STOP = new AgencyRef(WARD, "Phường", "Ward", Level.XA, null, null);

    @Autowired
    private PersonVault vault;

    @Autowired
    private EventJson json;

    private final String dossierId = UUID.randomUUID().toString();
    private final StreamId item = StreamId.item(UUID.randomUUID().toString());
    private final Instant checkedAt =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);

    private String number = "068199000777";

    private Sealed seal(String person, String field, String text) {
        return vault.seal(person, item, "command-5", "filing." + field, text);
    }

    private PostalEvent.DossierChecked checked(@Nullable String procedure) {
        return checked(procedure, dossierId, checkedAt);
    }

    private PostalEvent.DossierChecked checked(@Nullable String procedure, String dossier, Instant at) {
        String person = vault.newPerson();
        return new PostalEvent.DossierChecked(
                at,
                dossier,
                new Filing(
                        procedure == null ? "1.012796" : procedure,
                        WARD,
                        WARD,
                        new Party(
                                person,
                                seal(person, "applicant.name", "Nguyễn Thị Bưu Gửi"),
                                seal(person, "applicant.identityNumber", number),
                                seal(person, "applicant.phone", "0912345777"),
                                null,
                                null),
                        new ReturnWish(ReturnWay.POST, WARD, seal(person, "returnWish.address", "7 Trần Phú")),
                        WARD,
                        seal(person, "replyAddress", "7 Trần Phú")),
                ONE_STOP,
                true,
                List.of(new Paper("Đơn đề nghị", null, Paper.Form.ORIGINAL, 1)),
                List.of(),
                new CoSignature(null, null));
    }

    private Answer seen() {
        return to("/api/v1/dossiers/" + dossierId).as(OFFICER).get();
    }

    @Test
    void it_is_filed_once_and_received_by_an_officer_like_any_other() {
        Told told = new Told(reactions);
        assertThat(seen().status()).isEqualTo(404);

        told.tell(item, 5, dossierId, checked(null));
        told.tell(item, 5, dossierId, checked(null));

        Answer filed = seen();
        assertThat(filed.status()).as(filed.body()).isEqualTo(200);
        assertThat(filed.json().at("/status/code").asInt()).isEqualTo(1);
        assertThat(filed.text("/channel")).isEqualTo("POST");
        assertThat(log.read("dossier-" + dossierId, 1, 10)).hasSize(1);
        assertThat(log.read("dossier-" + dossierId, 1, 1).getFirst().envelope().occurredAt())
                .isEqualTo(checkedAt);

        Answer received = to("/api/v1/dossiers/" + dossierId + "/receptions")
                .as(OFFICER)
                .seeing(filed)
                .post("{}");
        assertThat(received.status()).as(received.body()).isEqualTo(200);
        assertThat(seen().json().at("/status/code").asInt()).isEqualTo(2);
    }

    @Test
    void it_is_filed_under_the_version_of_the_day_it_was_compared_whatever_is_published_meanwhile() {
        Instant yesterday = checkedAt.minus(1, ChronoUnit.DAYS);
        LocalDate changed = VietnamTime.date(Instant.now());
        published("9.000777", "before", "2026-01-01");
        published("9.000777", "after", changed.toString());

        new Told(reactions).tell(item, 5, dossierId, checked("9.000777", dossierId, yesterday));

        Answer filed = seen();
        assertThat(filed.status()).as(filed.body()).isEqualTo(200);
        assertThat(filed.text("/procedure")).isEqualTo("9.000777@before");
    }

    private void published(String code, String version, String validFrom) {
        ObjectNode procedure = PublicationHttpTest.procedure();
        procedure.put("code", code).put("version", version).put("validFrom", validFrom);
        Answer answer = to("/api/v1/procedures").as(ADMIN).post(procedure.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    /** The only event of its stream. */
    private DossierEvent.PostedRefused refused() {
        List<RecordedEvent> events = log.read("dossier-" + dossierId, 1, 10);
        assertThat(events).hasSize(1);
        RecordedEvent only = events.getFirst();
        return (DossierEvent.PostedRefused)
                json.read(only.envelope().type(), only.envelope().revision(), only.data());
    }

    @Test
    void one_for_a_procedure_that_is_nowhere_is_refused_by_an_event_once_and_stays_no_dossier() {
        Told told = new Told(reactions);

        told.tell(item, 5, dossierId, checked("9.999999"));
        told.tell(item, 5, dossierId, checked("9.999999"));

        DossierEvent.PostedRefused refused = refused();
        assertThat(refused.code()).isEqualTo("UNKNOWN_PROCEDURE");
        assertThat(refused.reasonEn()).isEqualTo("The catalogue has no such procedure.");
        assertThat(refused.itemId()).isEqualTo(item.id());
        assertThat(refused.oneStop().id()).isEqualTo(WARD);
        assertThat(refused.occurredAt()).isEqualTo(checkedAt);
        Envelope envelope = log.read("dossier-" + dossierId, 1, 1).getFirst().envelope();
        assertThat(vault.open(
                        refused.applicant().name(),
                        StreamId.dossier(dossierId),
                        envelope.commandId(),
                        "applicant.name"))
                .contains("Nguyễn Thị Bưu Gửi");
        assertThat(seen().status()).isEqualTo(404);
    }

    @Test
    void one_for_a_procedure_that_is_published_later_stays_refused() {
        Told told = new Told(reactions);
        told.tell(item, 5, dossierId, checked("9.000779"));
        published("9.000779", "late", "2026-01-01");

        told.tell(item, 5, dossierId, checked("9.000779"));

        assertThat(refused().code()).isEqualTo("UNKNOWN_PROCEDURE");
    }

    @Test
    void one_that_a_rule_of_filing_forbids_is_refused_with_the_rules_words() {
        ObjectNode procedure = PublicationHttpTest.procedure();
        procedure.put("code", "9.000778").put("version", "counter").put("validFrom", "2026-01-01");
        procedure.putArray("channels").add("COUNTER");
        assertThat(to("/api/v1/procedures").as(ADMIN).post(procedure.toString()).status())
                .isEqualTo(201);

        new Told(reactions).tell(item, 5, dossierId, checked("9.000778"));

        DossierEvent.PostedRefused refused = refused();
        assertThat(refused.code()).isEqualTo("CHANNEL_NOT_OFFERED");
        assertThat(refused.reason()).isEqualTo("Thủ tục này không nhận hồ sơ qua kênh POST.");
    }

    @Test
    void one_of_a_person_who_was_erased_is_refused_and_names_nobody() {
        PostalEvent.DossierChecked checked = checked(null);
        vault.discard(checked.filing().applicant().person());

        new Told(reactions).tell(item, 5, dossierId, checked);

        DossierEvent.PostedRefused refused = refused();
        assertThat(refused.code()).isEqualTo("APPLICANT_ERASED");
        assertThat(refused.applicant()).isNull();
        assertThat(seen().status()).isEqualTo(404);
    }

    @Test
    void whoever_is_erased_here_is_erased_under_the_id_the_post_gave_them_too() {
        number = "068199000779"; // of somebody without another dossier
        PostalEvent.DossierChecked checked = checked(null);
        String known = checked.filing().applicant().person();
        new Told(reactions).tell(item, 5, dossierId, checked);
        Answer filed = seen();
        assertThat(to("/api/v1/dossiers/" + dossierId + "/reception-refusals")
                        .as(OFFICER)
                        .seeing(filed)
                        .post("{\"reason\": \"Không thuộc phạm vi giải quyết\", \"ground\": \"Điều 17\"}")
                        .status())
                .isEqualTo(200);

        String decision = """
                {"dossierId": "%s", "party": "APPLICANT", "ground": "PURPOSE_ENDED", "decision": "12/QĐ-UBND"}""".formatted(dossierId);
        Answer erased = to("/api/v1/erasures").as(LEADER).post(decision);
        Answer again = to("/api/v1/erasures").as(LEADER).post(decision);

        assertThat(erased.status()).as(erased.body()).isEqualTo(202);
        assertThat(erased.text("/person")).isNotEqualTo(known);
        assertThat(again.text("/decidedAt")).isEqualTo(erased.text("/decidedAt"));
        for (String person : List.of(known, erased.text("/person"))) {
            assertThat(log.read("operation-intake.erasure." + person, 1, 10)).hasSize(1);
        }
    }

    @Test
    void a_dossier_that_somebody_else_filed_under_its_id_is_not_taken_for_it() {
        String other = submitted(submission()).text("/dossierId");

        assertThatThrownBy(() -> new Told(reactions).tell(item, 5, other, checked(null, other, checkedAt)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(other);

        assertThat(log.read("dossier-" + other, 1, 10)).hasSize(1);
    }

    @Test
    void taking_it_from_the_citizen_files_nothing() {
        PostalEvent.DossierChecked later = checked(null);
        new Told(reactions)
                .tell(
                        item,
                        2,
                        dossierId,
                        new PostalEvent.DossierTaken(
                                checkedAt,
                                dossierId,
                                later.filing(),
                                later.papers(),
                                "NP-1",
                                null,
                                new CoSignature(null, null)));

        assertThat(seen().status()).isEqualTo(404);
    }
}
