package vn.tthc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import vn.tthc.contracts.Role;

class ClaimsTest {
    private static Jwt token(Map<String, Object> claims) {
        return Jwt.withTokenValue("t")
                .header("alg", "none")
                .subject("account")
                .claims(all -> all.putAll(claims))
                .build();
    }

    @Test
    void rolesAreFoundWhereKeycloakPutsThem() {
        Claims claims = new Claims("realm_access.roles", "agency", "identity_number");

        assertThat(claims.actor(token(Map.of(
                                "realm_access", Map.of("roles", List.of("INSPECTOR", "offline_access", "uma")),
                                "roles", List.of("ADMINISTRATOR"),
                                "agency", "22945@2025-07-01")))
                        .roles())
                .containsExactly(Role.INSPECTOR);
    }

    @Test
    void aClaimWhoseOwnNameHasADotIsNotLookedForInsideAnother() {
        Claims claims = new Claims("vn.tthc.roles", "agency", "identity_number");

        assertThat(claims.actor(token(Map.of("vn.tthc.roles", List.of("CITIZEN"))))
                        .roles())
                .containsExactly(Role.CITIZEN);
    }

    @Test
    void rolesOfAnotherShapeGiveNothingAndAnAgencyOfAnotherShapeIsRefused() {
        Claims claims = new Claims("realm_access.roles", "agency", "identity_number");

        assertThat(claims.actor(token(Map.of("realm_access", "INSPECTOR"))).roles())
                .isEmpty();
        assertThat(claims.actor(token(Map.of("realm_access", Map.of("roles", "INSPECTOR"))))
                        .roles())
                .isEmpty();
        assertThatThrownBy(() -> claims.actor(token(Map.of("agency", List.of("22945@2025-07-01")))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
