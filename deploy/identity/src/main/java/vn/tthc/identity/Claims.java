package vn.tthc.identity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Writes into an access token who acts: {@code sub}, {@code roles}, {@code agency}, and the
 * {@code identity_number} of those of whom one was verified. Who has signed in is found by the
 * account. The launcher has no person before it: it holds the secret of this installation, which is as good as its keys,
 * and says with {@code sub}, {@code roles}, {@code agency} and {@code identity_number} of its request whom it vouches for.
 */
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    /** Whom access tokens are for; an ID token is for its client, and so no service takes it. */
    static final String AUDIENCE = "tthc";

    private final People people;

    Claims(People people) {
        this.people = people;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        Person person = context.getAuthorizationGrant() instanceof OAuth2ClientCredentialsAuthenticationToken launcher
                ? vouchedFor(launcher)
                : people.withAccount(account(context)).orElseThrow(() -> invalid("the account is not known any more"));
        JwtClaimsSet.Builder claims = context.getClaims();
        claims.subject(person.sub()).audience(List.of(AUDIENCE)).claim("roles", person.roles());
        if (person.agency() != null) {
            claims.claim("agency", person.agency());
        }
        if (person.identityNumber() != null) {
            claims.claim("identity_number", person.identityNumber());
        }
    }

    private static String account(JwtEncodingContext context) {
        Authentication signedIn = context.getPrincipal();
        return signedIn == null ? "" : signedIn.getName();
    }

    private static Person vouchedFor(OAuth2ClientCredentialsAuthenticationToken grant) {
        Map<String, Object> asked = grant.getAdditionalParameters();
        try {
            return new Person(
                    "",
                    text(asked, "sub", ""),
                    List.of(text(asked, "roles", "").strip().split("\\s+")),
                    asked.containsKey("agency") ? text(asked, "agency", "") : null,
                    "",
                    asked.containsKey("identity_number") ? text(asked, "identity_number", "") : null);
        } catch (IllegalArgumentException e) {
            throw invalid(e.getMessage());
        }
    }

    private static String text(Map<String, Object> asked, String name, String otherwise) {
        return asked.getOrDefault(name, otherwise) instanceof String one ? one : otherwise;
    }

    private static OAuth2AuthenticationException invalid(@Nullable String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, why, null));
    }
}
