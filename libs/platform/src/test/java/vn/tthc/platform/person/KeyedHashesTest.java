package vn.tthc.platform.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyedHashesTest {
    @TempDir
    private Path folder;

    private KeyedHashes hashes(String... lines) {
        return new KeyedHashes(
                KeyFile.read("test", KeyFiles.write(folder, lines).toString()));
    }

    @Test
    void equalIsEqualUnderOneKeyAndOnePurposeAlone() {
        String line = KeyFiles.line(1);
        KeyedHashes hashes = hashes(line);

        assertThat(hashes.of("identity", "068199000123"))
                .isEqualTo(hashes(line).of("identity", "068199000123"))
                .isNotEqualTo(hashes.of("phone", "068199000123"))
                .isNotEqualTo(hashes.of("identity", "068199000124"))
                .isNotEqualTo(hashes(KeyFiles.line(1)).of("identity", "068199000123"))
                .hasSize(22);
    }

    @Test
    void whatAnOlderKeyMadeIsStillFound() {
        String first = KeyFiles.line(1);
        String old = hashes(first).of("identity", "068199000123");
        KeyedHashes both = hashes(first, KeyFiles.line(2));

        assertThat(both.every("identity", "068199000123"))
                .containsExactly(both.of("identity", "068199000123"), old)
                .doesNotHaveDuplicates();
    }
}
