package vn.tthc.postal.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
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
    void at_every_step_of_a_change_both_sides_believe_each_other_whichever_is_first() {
        String next = KeyFiles.line(2);
        Signatures old = of(KEY);
        Signatures both = of(KEY, next);
        Signatures fresh = of(next);

        for (Signatures[] step : new Signatures[][] {{old, both}, {both, both}, {both, fresh}}) {
            for (int sender = 0; sender <= 1; sender++) {
                String signature = step[sender].sign("m", 7, BODY);
                assertThat(step[1 - sender].holds(signature, "m", 7, BODY)).isTrue();
            }
        }
        assertThat(fresh.holds(old.sign("m", 7, BODY), "m", 7, BODY)).isFalse();
        assertThat(both.sign("msg_1", 1614265330, BODY)).startsWith(EXPECTED + " v1,");
    }

    @Test
    void a_content_keeps_its_name_while_a_secret_is_changed() {
        String named = of(KEY).content("m", BODY);

        assertThat(of(KEY, KeyFiles.line(2)).isContent(named, "m", BODY)).isTrue();
        assertThat(of(KEY, KeyFiles.line(2)).isContent(named, "other", BODY)).isFalse();
        assertThat(of(KeyFiles.line(2)).isContent(named, "m", BODY)).isFalse();
    }

    @Test
    void one_of_several_signatures_is_enough_and_forgotten_secrets_are_noticed() {
        assertThat(of(KEY).holds("v1,AAAA " + EXPECTED, "msg_1", 1614265330, BODY))
                .isTrue();
        String[] six = IntStream.rangeClosed(1, 6).mapToObj(KeyFiles::line).toArray(String[]::new);
        assertThatThrownBy(() -> of(six)).hasMessageContaining("6 secrets");
    }
}
