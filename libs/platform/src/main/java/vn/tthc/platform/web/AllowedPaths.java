package vn.tthc.platform.web;

import jakarta.servlet.DispatcherType;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.tthc.contracts.Role;

/** Which paths are open to whom; what is not named needs a token. */
public final class AllowedPaths {

    /** What anybody may read, in every service that has it. */
    private static final String[] PUBLIC_READS = {
        "/api/v1/identifiers/**",
        "/api/v1/procedures/**",
        "/api/v1/agencies/**",
        "/api/v1/calendars/**",
        "/api/v1/postal-points",
        "/api/v1/postage",
        "/api/v1/paper-kinds",
        "/api/v1/problems",
        "/actuator/health/**",
        "/actuator/prometheus",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml",
        "/swagger-ui/**",
        "/swagger-ui.html",
        "/webjars/**",
        "/",
        "/*.html",
        "/favicon.ico",
        "/assets/**"
    };

    /** Questions anybody may ask, with a body so that nothing of them stands in a URL. */
    private static final String[] PUBLIC_QUESTIONS = {"/api/v1/status-lookups", "/api/v1/deadlines/preview"};

    /** What is known by its signature in place of a token. */
    private static final String[] SIGNED = {"/api/v1/carriers/*/events"};

    private static final String[] INSIDE = {"/internal/**", "/actuator/**"};

    private AllowedPaths() {}

    /** Whether this needs no token. */
    public static boolean open(String method, String path) {
        return switch (method) {
            case "GET" -> matches(PUBLIC_READS, path);
            case "POST" -> matches(PUBLIC_QUESTIONS, path) || matches(SIGNED, path);
            default -> false;
        };
    }

    private static boolean matches(String[] patterns, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        for (String pattern : patterns) {
            if (PathPatternParser.defaultInstance.parse(pattern).matches(parsed)) {
                return true;
            }
        }
        return false;
    }

    static void rules(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(HttpMethod.GET, PUBLIC_READS)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, PUBLIC_READS)
                .permitAll()
                .requestMatchers(HttpMethod.POST, PUBLIC_QUESTIONS)
                .permitAll()
                .requestMatchers(HttpMethod.POST, SIGNED)
                .permitAll()
                .requestMatchers(INSIDE)
                .hasAnyRole(Role.ADMINISTRATOR.name(), Role.SYSTEM.name(), Role.INSPECTOR.name())
                .anyRequest()
                .authenticated();
    }
}
