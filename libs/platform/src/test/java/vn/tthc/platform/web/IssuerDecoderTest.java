package vn.tthc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class IssuerDecoderTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final RSAKey key = key("k1");
    private HttpServer server;
    private String issuer;
    private @Nullable String named;
    private JWKSet published = new JWKSet(key);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        answer(
                "/.well-known/openid-configuration",
                () -> "{\"issuer\":\"" + (named == null ? issuer : named) + "\",\"jwks_uri\":\"" + issuer + "/keys\"}");
        answer("/keys", () -> {
            asked.incrementAndGet();
            return published.toPublicJWKSet().toString();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private interface Text {
        String get();
    }

    private void answer(String path, Text text) {
        server.createContext(path, exchange -> {
            byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            try (var body = exchange.getResponseBody()) {
                body.write(bytes);
            }
        });
    }

    private JwtDecoder decoder(String... audiences) {
        return TokenDecoder.of(issuer, List.of(audiences), "");
    }

    @Test
    void theKeysAreFetchedWithTheFirstTokenAndThenKept() {
        JwtDecoder decoder = decoder();
        server.start();
        assertThat(asked).hasValue(0);

        for (int i = 0; i < 5; i++) {
            assertThat(decoder.decode(token(key, claims -> claims)).getSubject())
                    .isEqualTo("somebody");
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void whileTheIssuerIsAwayKnownKeysGoOnAndNothingElseIsTaken() {
        JwtDecoder decoder = decoder();
        server.start();
        String good = token(key, claims -> claims);
        decoder.decode(good);
        server.stop(0);

        assertThat(decoder.decode(good).getSubject()).isEqualTo("somebody");
        assertThatThrownBy(() -> decoder.decode(token(key("k2"), claims -> claims)))
                .isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> decoder.decode(good.substring(0, good.length() - 4) + "AAAA"))
                .isInstanceOf(BadJwtException.class);
    }

    @Test
    void beforeAnyKeyIsKnownNobodyCanTellWhetherATokenIsGood() {
        JwtDecoder decoder = decoder();
        server.stop(0);

        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> decoder.decode(token(key, claims -> claims)))
                    .as("not refused for good, since it may be good")
                    .isInstanceOf(JwtException.class)
                    .isNotInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void strangersWithMadeUpKeysAreRefusedAndDoNotMakeUsHammerTheIssuer() {
        JwtDecoder decoder = decoder();
        server.start();
        decoder.decode(token(key, claims -> claims));
        RSAKey stranger = key("made-up");
        long start = System.nanoTime();

        for (int i = 0; i < 20; i++) {
            RSAKey named = new RSAKey.Builder(stranger).keyID("made-up-" + i).build();
            String forged = token(named, claims -> claims);
            assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(BadJwtException.class);
        }
        // Two questions in every five seconds, however slow the machine is.
        long spans = 1 + (System.nanoTime() - start) / 5_000_000_000L;
        assertThat(asked.get()).isLessThanOrEqualTo((int) (1 + 2 * spans));
    }

    @Test
    void aNewKeyOfTheIssuerIsFound() {
        JwtDecoder decoder = decoder();
        server.start();
        decoder.decode(token(key, claims -> claims));
        RSAKey next = key("k2");
        published = new JWKSet(List.of(key, next));

        assertThat(decoder.decode(token(next, claims -> claims)).getSubject()).isEqualTo("somebody");
    }

    @Test
    void whatIsOfAnotherIssuerForAnotherAudienceOrWithoutAnEndIsRefused() {
        JwtDecoder decoder = decoder("tthc");
        server.start();

        assertThat(decoder.decode(token(key, claims -> claims.audience(List.of("other", "tthc"))))
                        .getSubject())
                .isEqualTo("somebody");
        List<UnaryOperator<JWTClaimsSet.Builder>> wrong = List.of(
                claims -> claims.audience("other"),
                claims -> claims,
                claims -> claims.audience("tthc").issuer("http://elsewhere.example"),
                claims -> claims.audience("tthc").expirationTime(null),
                claims -> claims.audience("tthc")
                        .expirationTime(Date.from(Instant.now().minusSeconds(600))));
        for (UnaryOperator<JWTClaimsSet.Builder> each : wrong) {
            assertThatThrownBy(() -> decoder.decode(token(key, each))).isInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void whoAnswersForAnotherIssuerIsNotBelieved() {
        named = "http://elsewhere.example";
        JwtDecoder decoder = decoder();
        server.start();

        assertThatThrownBy(() -> decoder.decode(token(key, claims -> claims)))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token(RSAKey by, UnaryOperator<JWTClaimsSet.Builder> more) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("somebody")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(),
                more.apply(claims).build());
        try {
            jwt.sign(new RSASSASigner(by));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }
}
