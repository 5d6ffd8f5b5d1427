package vn.tthc.postal.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.platform.person.KeyFiles;
import vn.tthc.platform.web.HttpJson;

class CarriersTest {
    @TempDir
    Path folder;

    private static Carriers carriers(CarrierSettings.Known known, String... use) {
        CarrierSettings settings = new CarrierSettings(
                List.of(use),
                Map.of("vnpost", known),
                Duration.ofMinutes(5),
                Duration.ofSeconds(1),
                12,
                Duration.ofHours(8),
                30);
        return new Carriers(settings, new CodeTables(), new HttpJson(), InstantSource.system());
    }

    @Test
    void without_a_secret_of_the_carrier_nothing_starts_and_without_a_carrier_everything_does() {
        CarrierSettings.Known open = new CarrierSettings.Known("VNPOST", "http://127.0.0.1:9", "");

        assertThatThrownBy(() -> carriers(open, "vnpost"))
                .hasMessageContaining("tthc.carriers.known.vnpost.key")
                .hasMessageContaining("There is no key");
        assertThat(carriers(open).forOrders()).isEmpty();
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
        assertThat(carriers.forOrders()).isEmpty();
    }
}
