package vn.tthc.local.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.Failure;
import vn.tthc.local.Json;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @TempDir
    Path folder;

    @Test
    void theTokenIsSignedByTheKeyWhosePublicHalfLiesBesideIt() throws Exception {
        Keys keys = new Keys(folder.resolve("keys")).ensure();
        Person person = People.load().named("officer-xa");

        String[] parts =
                new Tokens(keys, InstantSource.fixed(NOW)).of(person).text().split("\\.", -1);

        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(publicKey(folder.resolve("keys/token-public.pem")));
        verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        JsonNode claims = Json.mapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("sub").asString()).isEqualTo("demo-officer-xa");
        assertThat(claims.path("roles").path(0).asString()).isEqualTo("RECEPTION_OFFICER");
        assertThat(claims.path("agency").asString()).isEqualTo("24781@2025-07-01");
        assertThat(claims.path("exp").asLong())
                .isEqualTo(NOW.plusSeconds(12 * 3600).getEpochSecond());
    }

    @Test
    void keysAreMadeOnceAndForTheirOwnerAlone() throws Exception {
        Keys keys = new Keys(folder.resolve("keys")).ensure();
        Map<String, String> first = contents();
        keys.ensure();

        assertThat(contents()).isEqualTo(first);
        assertThat(first)
                .containsOnlyKeys("token-private.pem", "token-public.pem", "master.key", "lookup.key", "hash.key")
                .doesNotContainValue("");
        for (String name : first.keySet()) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("keys").resolve(name))))
                    .isEqualTo("rw-------");
        }
        assertThat(first.get("master.key")).matches("1:[A-Za-z0-9+/]{43}=\n").isNotEqualTo(first.get("lookup.key"));
    }

    @Test
    void aBrokenKeyIsSaidInASentence() throws Exception {
        Keys keys = new Keys(folder.resolve("keys")).ensure();
        Files.writeString(folder.resolve("keys/token-private.pem"), "rubbish");

        assertThatThrownBy(() -> new Tokens(keys, InstantSource.fixed(NOW)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("token-private.pem is broken");
    }

    @Test
    void nobodyUnknownGetsAToken() {
        assertThatThrownBy(() -> People.load().named("mallory"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("citizen-an");
    }

    @Test
    void namesOfPeopleAreUnique() {
        List<String> names = People.load().all().stream().map(Person::name).toList();
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new HashMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static PublicKey publicKey(Path pem) throws Exception {
        String body = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
    }
}
