package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.Role;
import vn.tthc.platform.web.TestTokens;

class DuplicateHttpTest extends IntakeServer {
    private static String ofPerson(String identityNumber) {
        return submission().replace("068199000123", identityNumber);
    }

    private static Answer view(IntakeServer server, Answer dossier, String token) {
        return server.to(path(dossier)).as(token).get();
    }

    @Test
    void anotherOpenDossierOfTheSameProcedureIsAWarningThatNamesItToWhoMaySeeIt() {
        Answer first = submitted(ofPerson("068199000801"));
        Answer received = received(first);
        Answer second = submitted(ofPerson("068 199 000 801".replace(" ", "")));

        assertThat(first.json().at("/warnings")).isEmpty();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().at("/warnings")).hasSize(1);
        assertThat(second.text("/warnings/0/code")).isEqualTo("OPEN_DOSSIER_OF_SAME_PERSON");
        assertThat(second.text("/warnings/0/dossierId")).isEqualTo(first.text("/dossierId"));
        assertThat(second.text("/warnings/0/dossierCode")).isEqualTo(received.text("/code"));
        assertThat(view(this, second, OFFICER).text("/warnings/0/dossierCode")).isEqualTo(received.text("/code"));
        assertThat(received(second).status()).isEqualTo(200);
    }

    @Test
    void whoMayNotSeeTheOtherIsToldThatThereIsOneAndNotWhich() {
        Answer first = submitted(ofPerson("068199000802"));
        Answer elsewhere = to("/api/v1/dossiers")
                .as(MUI_NE_OFFICER)
                .post(ofPerson("068199000802").replace(WARD, MUI_NE));

        assertThat(elsewhere.json().at("/warnings")).hasSize(1);
        assertThat(elsewhere.json().at("/warnings/0").has("dossierId")).isFalse();
        assertThat(elsewhere.json().at("/warnings/0").has("dossierCode")).isFalse();
        assertThat(elsewhere.body()).doesNotContain(first.text("/dossierId"));
    }

    @Test
    void aCitizenIsToldOfTheirOwnDossiersAndNotThatSomebodyElseHasOne() {
        String form = submission("ONLINE", "{\"way\": \"COUNTER\"}").replace("068199000123", "068199000808");
        submitted(ofPerson("068199000808"));

        Answer stranger = to("/api/v1/dossiers").as(CITIZEN).post(form);
        assertThat(stranger.status()).as(stranger.body()).isEqualTo(201);
        assertThat(stranger.json().at("/warnings")).isEmpty();
        assertThat(view(this, stranger, CITIZEN).json().at("/warnings")).isEmpty();
        Answer again = to("/api/v1/dossiers").as(CITIZEN).post(form);
        assertThat(again.json().at("/warnings")).hasSize(1);
        assertThat(again.text("/warnings/0/dossierId")).isEqualTo(stranger.text("/dossierId"));

        assertThat(view(this, filed(form, "068 199 000 808"), identified("068199000808"))
                        .json()
                        .at("/warnings"))
                .hasSize(3);
        assertThat(filed(form, "068199000809").json().at("/warnings")).hasSize(1);
    }

    private Answer filed(String form, String identityNumber) {
        return to("/api/v1/dossiers").as(identified(identityNumber)).post(form);
    }

    /** A citizen whose number the identity provider vouches for. */
    private static String identified(String identityNumber) {
        return TOKENS.token(claims -> claims.subject("citizen-chi")
                .audience(TestTokens.AUDIENCE)
                .claim("roles", List.of(Role.CITIZEN.name()))
                .claim("identity_number", identityNumber));
    }

    @Test
    void theAnswerToARepeatSpeaksOfNothingThatCameAfterwards() {
        Answer first = keyed("duplicates-810");
        submitted(ofPerson("068199000810"));
        Answer again = keyed("duplicates-810");

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(view(this, again, OFFICER).json().at("/warnings")).hasSize(1);
    }

    private Answer keyed(String key) {
        return to("/api/v1/dossiers").as(OFFICER).with("Idempotency-Key", key).post(ofPerson("068199000810"));
    }

    @Test
    void aDossierThatIsOverAnotherProcedureAndAnotherPersonAreNoDuplicates() {
        Answer over = submitted(ofPerson("068199000803"));
        Answer refused = desk(over, "reception-refusals", over, "{\"reason\": \"r\", \"ground\": \"g\"}");
        Answer other = submitted(ofPerson("068199000804"));
        Answer nobody = submitted(submission().replace("\"identityNumber\": \"068199000123\",", ""));

        assertThat(refused.status()).isEqualTo(200);
        assertThat(submitted(ofPerson("068199000803")).json().at("/warnings")).isEmpty();
        assertThat(other.json().at("/warnings")).isEmpty();
        assertThat(nobody.json().at("/warnings")).isEmpty();
    }

    @Test
    void whoFilesForManyOwnersByAuthorityIsNotTheirDuplicate() {
        for (String owner : new String[] {"068199000805", "068199000806"}) {
            Answer filed = submitted(ofPerson("068199000807")
                    .replace(
                            "\"returnBy\"",
                            "\"owner\": {\"name\": \"B\", \"identityNumber\": \"" + owner + "\"}, \"returnBy\""));
            assertThat(filed.status()).as(filed.body()).isEqualTo(201);
            assertThat(filed.json().at("/warnings")).isEmpty();
        }
    }
}
