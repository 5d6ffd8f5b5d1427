package vn.tthc.platform.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    @TempDir
    private Path folder;

    @Test
    void theHighestVersionIsInUseAndOlderOnesAreKept() {
        Path path = KeyFiles.write(
                folder, "# keys of the province", KeyFiles.line(2), "", KeyFiles.line(10), KeyFiles.line(1));

        KeyFile file = KeyFile.read("tthc.master-key", path.toString());

        assertThat(file.current()).isEqualTo(10);
        assertThat(file.key(1)).hasSize(32).isNotEqualTo(file.key(10));
        assertThatThrownBy(() -> file.key(3)).hasMessageContaining("tthc.master-key lacks version 3");
    }

    @Test
    void withoutASettingAServiceDoesNotStart() {
        assertThatThrownBy(() -> KeyFile.read("tthc.master-key", ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("set tthc.master-key");
    }

    @Test
    void withoutTheFileAServiceDoesNotStart() {
        Path missing = folder.resolve("none");

        assertThatThrownBy(() -> KeyFile.read("tthc.master-key", missing.toString()))
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:c2hvcnQ=", "0:AAAA", "x", "1:not base64 at all", "-1:AAAA", "1:", ":AAAA"})
    void aLineThatIsNoKeyIsRefusedWithoutBeingRepeated(String line) {
        Path path = KeyFiles.write(folder, KeyFiles.line(5), line);

        assertThatThrownBy(() -> KeyFile.read("tthc.lookup-key", path.toString()))
                .hasMessageContaining("is not version:base64 with 32 bytes")
                .hasMessageNotContaining("c2hvcnQ");
    }

    @Test
    void aVersionStandsOnceAndAnEmptyFileHoldsNoKey() {
        Path twice = KeyFiles.write(folder, KeyFiles.line(1), KeyFiles.line(1));
        Path empty = KeyFiles.write(folder, "# later");

        assertThatThrownBy(() -> KeyFile.read("k", twice.toString())).hasMessageContaining("version 1 twice");
        assertThatThrownBy(() -> KeyFile.read("k", empty.toString())).hasMessageContaining("holds no key");
    }
}
