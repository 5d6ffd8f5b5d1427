package vn.tthc.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.intake.IntakeProperties;

class StatusUrlTest {
    @Test
    void the_address_holds_any_code_of_an_older_system() {
        IntakeProperties properties = new IntakeProperties(
                "68@2025-07-01",
                URI.create("http://127.0.0.1/"),
                List.of(),
                Duration.ofDays(30),
                Duration.ofMinutes(10),
                2_000);

        assertThat(properties.statusUrl("HS 12|3#4").toString()).isEqualTo("http://127.0.0.1/?code=HS%2012%7C3%234");
        assertThat(properties.statusUrl("HS 12|3#4", "secret").toString())
                .isEqualTo("http://127.0.0.1/?code=HS%2012%7C3%234#secret");
    }
}
