package vn.tthc.postal.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.platform.person.KeyFile;
import vn.tthc.platform.person.KeyFiles;

class SignaturesTest {
    /** The bytes 0 to 31. */
    private static final String KEY = "1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    /** Computed with another program: HMAC-SHA256 of {@code msg_1.1614265330.{"test": 2432232314}}. */
    private static final String EXPECTED = "v1,GWvjEzx3AphU7wha3hNZPXJnymF9Fg+ZdvPQqWPOjZ0=";

    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Signatures of(String... lines) {
        return new Signatures(
                KeyFile.read("a carrier", KeyFiles.write(folder, lines).toString()));
    }

    @Test
    void a_signature_is_what_another_program_makes_of_the_same_message() {
        assertThat(of(KEY).sign("msg_1", 1614265330, BODY)).isEqualTo(EXPECTED);
        assertThat(of(KEY).holds(EXPECTED, "msg_1", 1614265330, BODY)).isTrue();
    }

    @Test
    void whatever_is_changed_the_signature_does_not_hold() {
        Signatures signatures = of(KEY);
        byte[] other = "{\"test\": 2432232315}".getBytes(StandardCharsets.UTF_8);

        assertThat(signatures.holds(EXPECTED, "msg_2", 1614265330, BODY)).isFalse();
        assertThat(signatures.holds(EXPECTED, "msg_1", 1614265331, BODY)).isFalse();
        assertThat(signatures.holds(EXPECTED, "msg_1", 1614265330, other)).isFalse();
        assertThat(signatures.holds(EXPECTED.substring(3), "msg_1", 1614265330, BODY))
                .isFalse();
        assertThat(signatures.holds("v1,nonsense!", "msg_1", 1614265330, BODY)).isFalse();
        assertThat(of(KeyFiles.line(1)).holds(EXPECTED, "msg_1", 1614265330, BODY))
                .isFalse();
    }

    @Test
    void while_a_secret_is_changed_both_are_good_and_one_of_several_signatures_is_enough() {
        Signatures both = of(KEY, KeyFiles.line(2));

        assertThat(both.holds("v1,AAAA " + EXPECTED, "msg_1", 1614265330, BODY)).isTrue();
        assertThat(both.holds(both.sign("msg_1", 7, BODY), "msg_1", 7, BODY)).isTrue();
        assertThat(both.sign("msg_1", 1614265330, BODY)).isNotEqualTo(EXPECTED);
    }
}
