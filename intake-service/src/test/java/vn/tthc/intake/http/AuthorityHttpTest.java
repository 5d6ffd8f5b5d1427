package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.tthc.law.clock.VietnamTime;

class AuthorityHttpTest extends IntakeServer {
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
    void aScanThatWasNeverSentIsRefused() {
        Answer refused = filed(TODAY, ", \"blob\": \"" + "0".repeat(64) + "\"");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/field")).isEqualTo("authority.blob");
    }
}
