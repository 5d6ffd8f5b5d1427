package vn.tthc.platform.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers tokens that were found good, because checking a signature costs more than reading a page of a list. For a
 * minute only, never past a token's end, and never that one was refused: a key that an issuer withdrew, or one that it
 * has just published, counts within that minute.
 */
final class RememberedTokens implements JwtDecoder {
    static final Duration REMEMBERED = Duration.ofMinutes(1);
    static final int MOST = 1_000;

    private final JwtDecoder decoder;
    private final InstantSource clock;
    private final Map<String, Good> good = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Good> eldest) {
            return size() > MOST;
        }
    };

    RememberedTokens(JwtDecoder decoder, InstantSource clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    private record Good(Jwt token, Instant until) {}

    @Override
    public Jwt decode(String token) {
        Instant now = clock.instant();
        Jwt remembered = remembered(token, now);
        if (remembered != null) {
            return remembered;
        }
        Jwt found = decoder.decode(token);
        Instant end = found.getExpiresAt();
        Instant until = now.plus(REMEMBERED);
        remember(token, new Good(found, end != null && end.isBefore(until) ? end : until));
        return found;
    }

    private synchronized @Nullable Jwt remembered(String token, Instant now) {
        Good known = good.get(token);
        if (known == null || now.isBefore(known.until)) {
            return known == null ? null : known.token;
        }
        good.remove(token);
        return null;
    }

    private synchronized void remember(String token, Good found) {
        good.put(token, found);
    }
}
