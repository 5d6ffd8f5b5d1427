package vn.tthc.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** The provider: OAuth 2 and OpenID Connect at their usual paths, and one page to sign in. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {
    /** A form's answer leads on to the page that asked, which has another port. */
    private static final String CSP = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none';"
            + " form-action 'self' http://127.0.0.1:*";

    @Bean
    People people(IdentityProperties properties) {
        return People.of(LocalFile.read(properties.people(), "people"));
    }

    @Bean
    Claims claims(People people) {
        return new Claims(people);
    }

    @Bean
    RegisteredClientRepository clients(IdentityProperties properties) {
        return Clients.of(LocalFile.read(properties.launcherSecret(), "launcher-secret"));
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(IdentityProperties properties) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.of(LocalFile.read(properties.signingKey(), "signing-key"))));
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IdentityProperties properties) {
        return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                })
                .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                .cors(cors -> cors.configurationSource(browsers()))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(SignInPage.PATH),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain door(HttpSecurity http, People people, IdentityProperties properties) {
        return http.authenticationProvider(
                        new PasswordSignIn(people, LocalFile.read(properties.password(), "password")))
                .authorizeHttpRequests(rules -> rules.requestMatchers(SignInPage.PATH, "/sign-in.css", "/error")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage(SignInPage.PATH))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CSP)))
                .build();
    }

    /** Pages of the services run on other ports of this machine, and their scripts fetch tokens from here. */
    private static UrlBasedCorsConfigurationSource browsers() {
        CorsConfiguration local = new CorsConfiguration();
        local.setAllowedOriginPatterns(List.of("http://127.0.0.1:[*]", "http://localhost:[*]"));
        local.setAllowedMethods(List.of("GET", "POST"));
        local.setAllowedHeaders(List.of("Authorization", "Content-Type", "X-Requested-With"));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        for (String path : List.of("/oauth2/token", "/oauth2/jwks", "/userinfo", "/.well-known/**")) {
            source.registerCorsConfiguration(path, local);
        }
        return source;
    }
}
