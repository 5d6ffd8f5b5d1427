package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.operation.OperationEvent.PersonErased;
import vn.tthc.intake.person.PersonRegister;
import vn.tthc.platform.blob.Sweeping;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.person.PersonTraces;

class ErasureHttpTest extends FilesFixture {
    private static final String ERASURES = "/api/v1/erasures";

    private static String of(String identityNumber) {
        return submission().replace("068199000123", identityNumber);
    }

    private DossierEvent.Submitted filed(Answer submitted) {
        return (DossierEvent.Submitted)
                streams.first(StreamId.dossier(submitted.text("/dossierId")).toString())
                        .getFirst();
    }

    private String person(Answer submitted) {
        return filed(submitted).applicant().person();
    }

    private static String byNumber(String identityNumber) {
        return """
                {"identityNumber": "%s", "ground": "PURPOSE_ENDED", "decision": "12/QĐ-UBND"}""".formatted(identityNumber);
    }

    private static String byDossier(Answer submitted) {
        return """
                {"dossierId": "%s", "party": "APPLICANT", "ground": "CONSENT_WITHDRAWN", "decision": "13/QĐ-UBND"}""".formatted(submitted.text("/dossierId"));
    }

    private Answer refused(Answer submitted) {
        return desk(
                submitted,
                "reception-refusals",
                submitted,
                "{\"reason\": \"Không thuộc phạm vi giải quyết\", \"ground\": \"Điều 17\"}");
    }

    @Test
    void theSameIdentityNumberIsTheSamePersonHoweverItIsTypedAndAnotherIsAnother() {
        String first = person(submitted(of("068199000201")));

        assertThat(person(submitted(of("068-199-000-201")))).isEqualTo(first);
        assertThat(person(submitted(of("068199000202")))).isNotEqualTo(first);
        assertThat(person(submitted(submission().replace("\"identityNumber\": \"068199000123\",", ""))))
                .isNotEqualTo(person(submitted(submission().replace("\"identityNumber\": \"068199000123\",", ""))));
    }

    @Test
    void whileADossierRunsItsPersonIsNotErased() {
        Answer running = submitted(of("068199000203"));

        Answer answer = to(ERASURES).as(LEADER).post(byNumber("068199000203"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/code")).isEqualTo("DOSSIER_STILL_RUNNING");
        assertThat(person(submitted(of("068199000203")))).isEqualTo(person(running));
    }

    @Test
    void whoIsErasedComesBackAsSomebodyElseAndWhatWasFiledStaysUnreadable() {
        Answer submitted = submitted(of("068199000204"));
        assertThat(refused(submitted).status()).isEqualTo(200);
        String person = person(submitted);

        Answer erased = to(ERASURES).as(LEADER).post(byNumber("068199000204"));

        assertThat(erased.status()).isEqualTo(202);
        assertThat(erased.text("/person")).isEqualTo(person);
        assertThat(erased.header("Tthc-Position")).isEqualTo("operation-intake.erasure." + person + "@1");
        assertThat(person(submitted(of("068199000204")))).isNotEqualTo(person);

        carryOut(person);
        Answer again = to(ERASURES).as(LEADER).post(byDossier(submitted));
        assertThat(again.text("/person")).isEqualTo(person);
        assertThat(again.text("/decidedAt")).isEqualTo(erased.text("/decidedAt"));
        assertThat(log.head("operation-intake.erasure." + person).orElseThrow().version())
                .isEqualTo(1);
        assertThat(log.head("operation-intake.forgotten." + person)).isPresent();
        assertThat(to(ERASURES).as(LEADER).post(byNumber("068199000999")).status())
                .isEqualTo(404);
    }

    @Test
    void whoWasErasedBeforeAnOlderRegisterCameBackIsSomebodyElseAndCanBeErasedByTheDossier() {
        Answer submitted = submitted(of("068199000206"));
        assertThat(refused(submitted).status()).isEqualTo(200);
        String person = person(submitted);

        context.getBeansOfType(PersonTraces.class).values().forEach(trace -> trace.dropRestored(person));

        PersonRegister register = context.getBean(PersonRegister.class);
        assertThat(register.person("068199000206")).isEmpty();
        assertThat(register.dossiers(person)).isEmpty();
        assertThat(person(submitted(of("068199000206")))).isNotEqualTo(person);
        Answer again = to(ERASURES).as(LEADER).post(byDossier(submitted));
        assertThat(again.status()).as(again.body()).isEqualTo(202);
        assertThat(again.text("/person")).isEqualTo(person);
    }

    @Test
    void theScanOfAnAuthorityIsGoneWithWhoeverItNames() {
        for (String party : List.of("APPLICANT", "OWNER")) {
            Answer filed = submitted(naming(of("06819900021" + party.length()), sent(party)));
            assertThat(refused(filed).status()).isEqualTo(200);
            String scan = path(filed) + "/authority/scan?purpose=RECEPTION";
            assertThat(to(scan).as(OFFICER).get().status()).isEqualTo(200);

            Answer erased = to(ERASURES).as(LEADER).post(byDossier(filed).replace("APPLICANT", party));
            assertThat(erased.status()).as(erased.body()).isEqualTo(202);
            carryOut(erased.text("/person"));

            assertThat(to(scan).as(OFFICER).get().status()).as(party).isEqualTo(404);
        }
    }

    /** A dossier that has ended and names a file, as the view of names was told. */
    private Answer ended(String identityNumber, String hash) {
        Answer filed = submitted(naming(of(identityNumber), hash));
        assertThat(refused(filed).status()).isEqualTo(200);
        namesOf(filed);
        return filed;
    }

    private void erased(Answer dossier, String party) {
        Answer erased = to(ERASURES).as(LEADER).post(byDossier(dossier).replace("APPLICANT", party));
        assertThat(erased.status()).as(erased.body()).isEqualTo(202);
        carryOut(erased.text("/person"));
    }

    @Test
    void aFileGoesWhenAllItIsAboutAreErasedAndStaysForWhoeverElseNamesIt() throws Exception {
        String own = sent("own");
        String shared = sent("shared");
        Answer first = ended("068199000221", own);
        Answer second = ended("068199000222", shared);
        Answer third = ended("068199000223", shared);

        erased(first, "APPLICANT");
        Sweeping.at(context, Instant.now());
        assertThat(blobs.find(own)).as("its owner is not erased").isPresent();

        erased(first, "OWNER");
        erased(second, "APPLICANT");
        erased(second, "OWNER");
        assertThat(to(path(first) + "/authority/scan?purpose=RECEPTION")
                        .as(OFFICER)
                        .get()
                        .text("/code"))
                .isEqualTo("NOT_FOUND");
        Sweeping.at(context, Instant.now().plusSeconds(1));

        assertThat(blobs.find(own)).isEmpty();
        assertThat(to(path(second) + "/authority/scan?purpose=RECEPTION")
                        .as(OFFICER)
                        .get()
                        .status())
                .isEqualTo(404);
        assertThat(to(path(third) + "/authority/scan?purpose=RECEPTION")
                        .as(OFFICER)
                        .get()
                        .body())
                .isEqualTo("%PDF-1.7 shared");
    }

    /** As it comes back from the topic. */
    private void carryOut(String person) {
        RecordedEvent decided =
                log.read("operation-intake.erasure." + person, 1, 1).getFirst();
        Reaction erasures = reactions.stream()
                .filter(reaction -> reaction.name().equals("erasures"))
                .findFirst()
                .orElseThrow();
        PersonErased event = (PersonErased)
                streams.first("operation-intake.erasure." + person).getFirst();
        erasures.react(new ReceivedEvent(decided.envelope(), event, 0));
    }

    @Test
    void onlyTheLeaderOfTheAgencyThatHasTheDossierErases() {
        Answer submitted = submitted(of("068199000205"));
        refused(submitted);

        assertThat(to(ERASURES).as(OFFICER).post(byDossier(submitted)).status()).isEqualTo(403);
        assertThat(to(ERASURES).as(OTHER_LEADER).post(byDossier(submitted)).status())
                .isEqualTo(403);
        assertThat(to(ERASURES).post(byDossier(submitted)).status()).isEqualTo(401);
    }

    @Test
    void thePersonIsNamedInExactlyOneWay() {
        Answer both = to(ERASURES).as(LEADER).post("""
                {"dossierId": "x", "party": "OWNER", "identityNumber": "068199000204",
                 "ground": "OBJECTION", "decision": "1"}""");
        Answer neither = to(ERASURES).as(LEADER).post("{\"ground\": \"OBJECTION\", \"decision\": \"1\"}");

        assertThat(both.text("/code")).isEqualTo("VALIDATION_FAILED");
        assertThat(neither.text("/code")).isEqualTo("VALIDATION_FAILED");
        assertThat(neither.body()).doesNotContain("068199000204");
    }
}
