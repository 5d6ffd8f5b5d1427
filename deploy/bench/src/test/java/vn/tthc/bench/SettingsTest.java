package vn.tthc.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.tthc.local.Failure;

class SettingsTest {
    private static final Path HERE = Path.of("/here");

    private static Settings parse(String... args) {
        return Settings.parse(args, HERE);
    }

    @Test
    void without_options_everything_is_measured() {
        assertThat(parse().phases()).containsExactlyInAnyOrder(Settings.Phase.values());
        assertThat(parse().json()).isFalse();
    }

    @Test
    void options_say_what_and_how_long() {
        Settings settings =
                parse("--only", "commands", "--only", "rebuild", "--seconds", "5", "--json", "--baseline", "old.json");

        assertThat(settings.phases()).containsExactlyInAnyOrder(Settings.Phase.COMMANDS, Settings.Phase.REBUILD);
        assertThat(settings.measured()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.json()).isTrue();
        assertThat(settings.baseline()).isEqualTo(Path.of("/here/old.json"));
    }

    @Test
    void what_makes_no_sense_is_said_in_one_sentence() {
        for (String[] args : new String[][] {
            {"--seconds"}, {"--seconds", "none"}, {"--seconds", "0"}, {"--only", "everything"}, {"--speed", "9"}
        }) {
            assertThatThrownBy(() -> parse(args))
                    .isInstanceOf(Failure.class)
                    .message()
                    .endsWith(".")
                    .doesNotContain("\n");
        }
    }
}
