package vn.tthc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class RememberedTokensTest {
    private static final Instant NOON = Instant.parse("2026-11-27T05:00:00Z");

    private final List<String> checked = new ArrayList<>();
    private Instant now = NOON;
    private Instant end = NOON.plus(Duration.ofMinutes(5));
    private boolean withdrawn;

    private final JwtDecoder tokens = new RememberedTokens(
            token -> {
                checked.add(token);
                if (withdrawn) {
                    throw new BadJwtException("no key fits");
                }
                return Jwt.withTokenValue(token)
                        .header("alg", "RS256")
                        .subject(token)
                        .expiresAt(end)
                        .build();
            },
            () -> now);

    @Test
    void a_token_that_was_good_is_not_checked_again_for_a_minute() {
        assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
        assertThat(tokens.decode("b").getSubject()).isEqualTo("b");
        now = NOON.plus(RememberedTokens.REMEMBERED).minusMillis(1);
        assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
        assertThat(checked).containsExactly("a", "b");
    }

    @Test
    void a_withdrawn_key_counts_after_a_minute() {
        tokens.decode("a");
        withdrawn = true;
        now = NOON.plus(RememberedTokens.REMEMBERED);
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_token_is_not_remembered_past_its_end() {
        end = NOON.plusSeconds(10);
        tokens.decode("a");
        withdrawn = true;
        now = end;
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_refusal_is_not_remembered() {
        withdrawn = true;
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
        withdrawn = false;
        assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
    }

    @Test
    void only_so_many_are_remembered() {
        for (int i = 0; i <= RememberedTokens.MOST; i++) {
            tokens.decode("token-" + i);
        }
        checked.clear();
        tokens.decode("token-1");
        tokens.decode("token-0");
        assertThat(checked).containsExactly("token-0");
    }
}
