package vn.tthc.identity;

import java.time.Duration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The programs that may ask for tokens. */
final class Clients {
    /** {@code ./tthc}: it vouches for whom it names, see {@link Claims}. */
    static final String LAUNCHER = "tthc-launcher";

    /** Pages and Swagger UI, which can keep no secret: authorization code with PKCE. */
    static final String PAGES = "tthc-pages";

    /** A day's work; long enough for a script, and a token is never stored. */
    private static final Duration LAUNCHER_LIFE = Duration.ofHours(12);

    private static final Duration PAGES_LIFE = Duration.ofHours(1);

    private Clients() {}

    static RegisteredClientRepository of(String launcherSecret) {
        return new InMemoryRegisteredClientRepository(launcher(launcherSecret), pages());
    }

    private static RegisteredClient launcher(String secret) {
        return RegisteredClient.withId(LAUNCHER)
                .clientId(LAUNCHER)
                // Random with 256 bits and in memory only: a slow hash would protect nothing.
                .clientSecret("{noop}" + secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(LAUNCHER_LIFE)
                        .build())
                .build();
    }

    /** Of a loopback address the port does not count (RFC 8252, 7.3), so that every service may be where it likes. */
    private static RegisteredClient pages() {
        return RegisteredClient.withId(PAGES)
                .clientId(PAGES)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://127.0.0.1/swagger-ui/oauth2-redirect.html")
                .redirectUri("http://127.0.0.1/signed-in")
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(PAGES_LIFE)
                        .build())
                .build();
    }
}
