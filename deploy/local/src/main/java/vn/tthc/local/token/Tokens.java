package vn.tthc.local.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.tthc.local.Json;

/** Signs access tokens (JWT, RS256) for demo people. */
public final class Tokens {
    private static final Duration LIFE = Duration.ofHours(12);
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey key;
    private final InstantSource clock;

    public Tokens(Keys keys, InstantSource clock) {
        this.key = keys.signing();
        this.clock = clock;
    }

    /**
     * A token with the moment it ends.
     *
     * @param text what goes after {@code Bearer}
     * @param expiresAt end of its life
     */
    public record Token(String text, Instant expiresAt) {}

    /** A token that lets somebody act for half a day. */
    public Token of(Person person) {
        Instant now = clock.instant();
        Instant end = now.plus(LIFE);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", "tthc-local");
        claims.put("sub", person.sub());
        claims.put("roles", person.roles());
        if (person.agency() != null) {
            claims.put("agency", person.agency());
        }
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", end.getEpochSecond());
        String signed = part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(claims);
        return new Token(signed + "." + signature(signed), Instant.ofEpochSecond(end.getEpochSecond()));
    }

    private static String part(Map<String, Object> values) {
        return URL.encodeToString(Json.write(values).getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String signed) {
        try {
            Signature signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(key);
            signer.update(signed.getBytes(StandardCharsets.US_ASCII));
            return URL.encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
    }
}
