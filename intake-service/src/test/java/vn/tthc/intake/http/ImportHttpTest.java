package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.cases.CaseEvent;

class ImportHttpTest extends IntakeServer {

    private static String old(String externalId) {
        return """
                {"source": "coselog", "externalId": "%s", "code": "%s", "procedure": "COSELOG.RECEIPT",
                 "channel": "ONLINE", "receivedAt": "2011-10-11T13:45:40.276+02:00",
                 "dueAt": "2011-12-06T13:41:31+01:00", "agencyLabel": "General"}
                """.formatted(externalId, externalId);
    }

    private Answer brought(String body) {
        return to("/api/v1/imports").as(IMPORTER).post(body);
    }

    @Test
    void anOldDossierIsNewOnceAndThenTheSame() {
        String name = "case-" + UUID.randomUUID();
        Answer first = brought(old(name));
        Answer again = brought(old(name));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo("\"dossier-1\"");
        assertThat(first.text("/number")).isNotBlank();
        assertThat(first.text("/secret")).isNotBlank();
        assertThat(first.text("/code")).isEqualTo(name);
        var envelope =
                log.read("dossier-" + first.text("/dossierId"), 1, 1).getFirst().envelope();
        assertThat(envelope.origin()).isEqualTo(Origin.IMPORTED);
        assertThat(envelope.externalId()).isEqualTo(name);
    }

    @Test
    void whatASourceOutsideCallsAnAgencyLiesBelowTheProvinceAndNobodyActsForIt() {
        String name = "case-" + UUID.randomUUID();
        String path = path(brought(old(name).replace("General", "Văn phòng Cũ")));
        String inspector = TOKENS.token("inspector-tinh", "68@2025-07-01", Role.INSPECTOR);

        assertThat(to(path).as(inspector).get().status()).isEqualTo(200);
        assertThat(to(path).as(TOKENS.token("leader-68", "68@2025-07-01", Role.AGENCY_LEADER))
                        .get()
                        .status())
                .isEqualTo(200);
        assertThat(to(path).as(LEADER).get().status()).isEqualTo(403);
        assertThat(to(path).as(OTHER_LEADER).get().status()).isEqualTo(403);

        brought(old("case-" + UUID.randomUUID()).replace("General", "Văn phòng Cũ"));
        var published = log.read("agency-external:van-phong-cu", 1, 10);
        assertThat(published).hasSize(1);
        assertThat(new String(published.getFirst().data(), StandardCharsets.UTF_8))
                .contains("\"parent\":\"68@2025-07-01\"", "EXTERNAL");
        assertThat(to("/api/v1/agencies").get().body()).doesNotContain("external:");
        assertThat(to("/api/v1/agencies/external:van-phong-cu").get().status()).isEqualTo(404);
    }

    @Test
    void theSameContentWrittenInAnotherWayIsTheSameDossier() {
        String name = "case-" + UUID.randomUUID();
        Answer first = brought(old(name));
        Answer finer = brought(old(name).replace("45:40.276+02:00", "45:40.276001+02:00"));

        assertThat(finer.status()).isEqualTo(200);
        assertThat(finer.body()).isEqualTo(first.body());
        assertThat(finer.header("ETag")).isEqualTo("\"dossier-1\"");
    }

    @Test
    void otherContentUnderTheSameNameIsAConflictThatSaysWhatDiffers() {
        String name = "case-" + UUID.randomUUID();
        brought(old(name));
        Answer conflict = brought(old(name).replace("\"ONLINE\"", "\"POST\""));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text("/code")).isEqualTo("IMPORT_CONFLICT");
        assertThat(conflict.text("/messages/en")).contains("channel");
        assertThat(brought(old(name)).status()).isEqualTo(200);
    }

    @Test
    void contradictingDatesAreKeptAndMarked() {
        Answer imported = brought(
                old("case-" + UUID.randomUUID()).replace("2011-12-06T13:41:31+01:00", "2011-10-10T00:00:00+02:00"));
        String dossierId = imported.text("/dossierId");
        new Told(reactions)
                .tell(
                        StreamId.caseOf(dossierId),
                        2,
                        dossierId,
                        new CaseEvent.Finished(Instant.parse("2011-10-01T00:00:00Z"), null, true));

        Answer view = to(path(imported)).as(INSPECTOR).get();

        assertThat(imported.status()).isEqualTo(201);
        assertThat(view.json().at("/status/code").asInt()).isEqualTo(9);
        assertThat(view.json().at("/anomalies").toString())
                .isEqualTo("[\"ENDED_BEFORE_RECEPTION\",\"DEADLINE_BEFORE_RECEPTION\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000.00.12.H36-240115-0001",
                "000.17.22.H56-210531-0001",
                "G09.20-20260609-0092637",
                "GIAY-12/2009"
            })
    void aCodeOfWhateverShapeIsKeptAsItIs(String code) {
        String name = "case-" + UUID.randomUUID();
        String body = old(name).replace("\"code\": \"" + name, "\"code\": \"" + code);

        assertThat(brought(body).text("/code")).isEqualTo(code);
    }

    @Test
    void theAgencyMustHaveExistedThen() {
        String named = old("case-" + UUID.randomUUID()).replace("\"agencyLabel\": \"General\"", "\"agency\": \"%s\"");

        Answer tooEarly = brought(named.formatted(WARD));
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.text("/code")).isEqualTo("AGENCY_NOT_VALID");
        assertThat(brought(named.formatted("1@never")).text("/field")).isEqualTo("agency");
        assertThat(brought(named.formatted(DISTRICT)).status()).isEqualTo(201);
    }

    @Test
    void rubbishIsRefusedNamingTheField() {
        String good = old("case-" + UUID.randomUUID());

        assertThat(brought(good.replace("COSELOG.RECEIPT", "NOTHING")).text("/field"))
                .isEqualTo("procedure");
        assertThat(brought(good.replace("\"agencyLabel\": \"General\"", "\"agencyLabel\": null"))
                        .text("/field"))
                .isEqualTo("agency");
        assertThat(brought(good.replace("2011-10-11T13:45:40.276+02:00", "2150-01-01T00:00:00Z"))
                        .text("/field"))
                .isEqualTo("receivedAt");
        assertThat(brought(good.replace("2011-10-11T13:45:40.276+02:00", "yesterday"))
                        .text("/field"))
                .isEqualTo("receivedAt");
        assertThat(to("/api/v1/imports").as(OFFICER).post(good).status()).isEqualTo(403);
    }
}
