package vn.tthc.platform.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.law.code.Base32;

class LookupSecretsTest {
    private static final String DOSSIER = "6f0f3c1e-0000-4000-8000-000000000001";

    @TempDir
    private Path folder;

    private LookupSecrets secrets(String... lines) {
        return new LookupSecrets(
                KeyFile.read("tthc.lookup-key", KeyFiles.write(folder, lines).toString()));
    }

    @Test
    void aSlipCanBePrintedAgainAlsoAfterTheKeyWasReplaced() {
        String first = KeyFiles.line(1);
        String printed = secrets(first).secret(DOSSIER, 1);

        LookupSecrets later = secrets(first, KeyFiles.line(2));

        assertThat(later.currentVersion()).isEqualTo(2);
        assertThat(later.secret(DOSSIER, 1)).isEqualTo(printed);
        assertThat(later.secret(DOSSIER, 2)).isNotEqualTo(printed);
    }

    @Test
    void itIsEightyBitsInFourGroupsThatPeopleCanRead() {
        String secret = secrets(KeyFiles.line(1)).secret(DOSSIER, 1);

        assertThat(secret).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(Base32.decode(secret)).hasSize(10);
    }

    @Test
    void itIsTheStartOfTheHmacOfTheDossierId() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);

        // HMAC-SHA-256 with 32 zero bytes; computed independently with OpenSSL
        assertThat(HexFormat.of().formatHex(Base32.decode(secrets("1:" + key).secret(DOSSIER, 1))))
                .isEqualTo("b10790275fbed7c5cd94");
    }

    @Test
    void howItIsTypedDoesNotMatter() {
        LookupSecrets secrets = secrets(KeyFiles.line(1));
        String secret = secrets.secret(DOSSIER, 1);
        String hash = LookupSecrets.hash(secret);

        assertThat(LookupSecrets.matches(secret, hash)).isTrue();
        assertThat(LookupSecrets.matches(
                        secret.toLowerCase(Locale.ROOT)
                                .replace("-", " ")
                                .replace('0', 'o')
                                .replace('1', 'l'),
                        hash))
                .isTrue();
        assertThat(LookupSecrets.matches(secrets.secret("another", 1), hash)).isFalse();
        assertThat(LookupSecrets.matches("", hash)).isFalse();
        assertThat(LookupSecrets.matches("điều gì đó", hash)).isFalse();
    }
}
