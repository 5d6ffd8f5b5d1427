package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.person.ReadLog;
import vn.tthc.platform.person.ReadPurpose;
import vn.tthc.platform.person.Reading;

class AuthorityHttpTest extends IntakeServer {
    @Autowired
    private ReadLog readLog;

    private static final LocalDate TODAY = VietnamTime.date(Instant.now());

    /** Filed for an owner; {@code more} stands after the last day of the authority. */
    private Answer filed(LocalDate validUntil, String more) {
        return submitted(submission().replace("\"returnBy\"", """
                        "owner": {"name": "Trần Văn Bình", "identityNumber": "068199000777"},
                        "authority": {"number": "0012/UQ-2026", "issuedOn": "2026-01-05", "validUntil": "%s"%s},
                        "returnBy\"""".formatted(validUntil, more)));
    }

    @Test
    void anAgentNamesThePaperAndItsNumberIsSealed() {
        Answer filed = filed(TODAY.plusDays(30), "");
        Answer seen = seen(filed);

        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        assertThat(seen.text("/authority/validUntil"))
                .isEqualTo(TODAY.plusDays(30).toString());
        assertThat(seen.body()).doesNotContain("0012/UQ-2026");
        byte[] event =
                log.read("dossier-" + filed.text("/dossierId"), 1, 1).getFirst().data();
        assertThat(new String(event, StandardCharsets.UTF_8))
                .contains("\"validUntil\"")
                .doesNotContain("0012/UQ-2026");
        assertThat(received(filed).status()).isEqualTo(200);
    }

    @Test
    void anAuthorityThatIsOverIsRefusedWithItsLastDay() {
        Answer refused = filed(TODAY.minusDays(1), "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/code")).isEqualTo("AUTHORITY_EXPIRED");
        assertThat(refused.text("/field")).isEqualTo("authority");
        assertThat(refused.text("/messages/vi")).contains(TODAY.minusDays(1).toString());
    }

    @Test
    void theScanIsReadForAPurposeThatIsOnRecordAndKeptByNobodyBetween() {
        byte[] pdf = "%PDF-1.7 scan".getBytes(StandardCharsets.US_ASCII);
        String hash = to("/api/v1/blobs")
                .as(OFFICER)
                .with("Content-Type", "application/pdf")
                .post(new String(pdf, StandardCharsets.US_ASCII))
                .text("/hash");
        Answer filed = filed(TODAY.plusDays(30), ", \"blob\": \"" + hash + "\"");
        String scan = path(filed) + "/authority/scan";

        Answer read =
                to(scan + "?purpose=RECEPTION&reference=12/GM").as(OFFICER).get();
        assertThat(read.status()).as(read.body()).isEqualTo(200);
        assertThat(read.body()).isEqualTo("%PDF-1.7 scan");
        assertThat(read.header("Cache-Control")).contains("no-store");
        assertThat(read.header("Content-Disposition")).contains("authority.pdf").contains("attachment");
        assertThat(readings(filed)).singleElement().satisfies(reading -> {
            assertThat(reading.fields()).containsExactly("authority.scan");
            assertThat(reading.purpose()).isEqualTo(ReadPurpose.RECEPTION);
            assertThat(reading.reference()).isEqualTo("12/GM");
        });

        assertThat(to(scan).as(OFFICER).get().status()).isEqualTo(400);
        assertThat(to(scan + "?purpose=FUN").as(OFFICER).get().status()).isEqualTo(400);
        assertThat(to(scan + "?purpose=RECEPTION").as(MUI_NE_OFFICER).get().status())
                .isEqualTo(403);
        Answer without = filed(TODAY.plusDays(30), "");
        assertThat(to(path(without) + "/authority/scan?purpose=RECEPTION")
                        .as(OFFICER)
                        .get()
                        .status())
                .isEqualTo(404);
        assertThat(readings(filed)).as("nothing was shown").hasSize(1);
        assertThat(readings(without)).isEmpty();
    }

    private List<Reading> readings(Answer dossier) {
        return readLog.page(dossier.text("/dossierId"), null, null, null, null, 10)
                .readings();
    }

    @Test
    void aScanThatWasNeverSentIsRefused() {
        Answer refused = filed(TODAY, ", \"blob\": \"" + "0".repeat(64) + "\"");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/field")).isEqualTo("authority.blob");
    }
}
