package vn.tthc.postal.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.person.KeyFiles;
import vn.tthc.platform.web.HttpJson;

class CarriersTest {
    @TempDir
    Path folder;

    private static CarrierSettings settings(Map<String, CarrierSettings.Known> known, String... use) {
        return new CarrierSettings(
                List.of(use), known, "", Duration.ofMinutes(5), Duration.ofSeconds(1), 12, 3, Duration.ofHours(8), 30);
    }

    private static Carriers carriers(CarrierSettings.Known known, String... use) {
        return choosing(known, "*,*,vnpost|ems", use);
    }

    private static Carriers choosing(CarrierSettings.Known known, String choice, String... use) {
        return choosing(Map.of("vnpost", known, "ems", known), choice, use);
    }

    private static Carriers choosing(Map<String, CarrierSettings.Known> known, String choice, String... use) {
        CarrierSettings settings = settings(known, use);
        List<CarrierChoice.Row> rows = CarrierChoiceTest.rows("2026-01-01," + choice + ",unsourced");
        return new Carriers(
                settings,
                new CodeTables(),
                new CarrierChoice(rows, CarrierChoiceTest.points()),
                new HttpJson(),
                () -> Instant.parse("2026-03-02T01:00:00Z"));
    }

    private CarrierSettings.Known at(String url) {
        return new CarrierSettings.Known(
                "VNPOST", url, KeyFiles.write(folder, KeyFiles.line(1)).toString());
    }

    @Test
    void without_a_secret_of_the_carrier_nothing_starts_and_without_a_carrier_everything_does() {
        CarrierSettings.Known open = new CarrierSettings.Known("VNPOST", "http://127.0.0.1:9", "");

        assertThatThrownBy(() -> carriers(open, "vnpost"))
                .hasMessageContaining("tthc.carriers.known.vnpost.key")
                .hasMessageContaining("There is no key");
        assertThat(carriers(open).forOrder(null, Purpose.RESULT)).isEmpty();
        assertThat(carriers(open, "").find("vnpost")).isEmpty();
    }

    @Test
    void a_carrier_nobody_knows_and_one_whose_codes_nobody_can_read_are_refused() {
        String key = KeyFiles.write(folder, KeyFiles.line(1)).toString();

        assertThatThrownBy(() -> carriers(new CarrierSettings.Known("VNPOST", "", key), "ghost"))
                .hasMessageContaining("ghost");
        assertThatThrownBy(() -> carriers(new CarrierSettings.Known("RUNES", "", key), "vnpost"))
                .hasMessageContaining("RUNES");
    }

    @Test
    void one_that_only_tells_gets_no_orders() {
        String key = KeyFiles.write(folder, KeyFiles.line(1)).toString();
        Carriers carriers = carriers(new CarrierSettings.Known("VNPOST", "", key), "vnpost");

        assertThat(carriers.find("vnpost")).isPresent();
        assertThat(carriers.forOrder(null, Purpose.RESULT)).isEmpty();
    }

    @Test
    void a_secret_that_is_no_secret_is_none() {
        CarrierSettings.Known empty = new CarrierSettings.Known(
                "VNPOST", "", KeyFiles.write(folder, "# none yet").toString());
        CarrierSettings.Known nothing = new CarrierSettings.Known("VNPOST", "", "/dev/null");
        CarrierSettings.Known word = new CarrierSettings.Known(
                "VNPOST", "", KeyFiles.write(folder, "1:secret").toString());

        for (CarrierSettings.Known known : List.of(empty, nothing, word)) {
            assertThatThrownBy(() -> carriers(known, "vnpost")).hasMessageContaining("tthc.carriers.known.vnpost.key");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://carrier.example",
                "http://10.0.0.7:8085/vnpost",
                "http://127.0.0.1.example/vnpost",
                "ftp://127.0.0.1/vnpost",
                "https://user:word@carrier.example",
                "https://carrier.example/x?token=1",
                "carrier.example",
                "https://carrier example"
            })
    void what_names_are_sent_to_in_the_open_or_is_no_place_is_refused(String url) {
        assertThatThrownBy(() -> carriers(at(url), "vnpost")).hasMessageContaining("tthc.carriers.known.vnpost.url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://carrier.example/orders",
                "http://127.0.0.1:8085/vnpost",
                "http://localhost:8085/vnpost",
                "http://[::1]:8085/vnpost"
            })
    void https_is_taken_and_without_it_this_machine_alone(String url) {
        assertThat(carriers(at(url), "vnpost").forOrder(null, Purpose.RESULT)).isPresent();
    }

    @Test
    void an_order_goes_to_the_best_that_is_in_use_and_a_choice_nobody_could_follow_is_refused() {
        CarrierSettings.Known known = at("https://carrier.example");

        Map<String, CarrierSettings.Known> both = Map.of("vnpost", known, "ems", at("https://other.example"));

        assertThat(choosing(both, "*,*,ems|vnpost", "vnpost", "ems").forOrder(null, Purpose.RESULT))
                .hasValueSatisfying(chosen -> assertThat(chosen.name()).isEqualTo("ems"));
        assertThat(choosing(known, "*,*,ems|vnpost", "vnpost").forOrder(null, Purpose.RESULT))
                .hasValueSatisfying(chosen -> assertThat(chosen.name()).isEqualTo("vnpost"));
        assertThat(choosing(known, "*,*,-", "vnpost").forOrder(null, Purpose.RESULT))
                .isEmpty();
        assertThatThrownBy(() -> choosing(known, "*,*,ems", "vnpost")).hasMessageContaining("[ems]");
        assertThatThrownBy(() -> choosing(known, "*,*,vnpost|ghost", "vnpost")).hasMessageContaining("ghost");
    }

    @Test
    void two_carriers_with_one_secret_could_speak_for_each_other_and_are_refused() {
        assertThatThrownBy(() -> carriers(at("https://carrier.example"), "vnpost", "ems"))
                .hasMessageContaining("vnpost and ems have the same secret");
    }
}
