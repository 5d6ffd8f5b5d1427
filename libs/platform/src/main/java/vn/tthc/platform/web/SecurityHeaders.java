package vn.tthc.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What a browser may do with our answers: load from us alone, be framed by nobody, tell no other site where it was. */
final class SecurityHeaders {
    private static final String CSP = "Content-Security-Policy";
    private static final String STRICT =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';" + " frame-ancestors 'none'";

    /** Swagger UI writes styles into its elements and has its icons in the style sheet. */
    private static final String API_PAGES = STRICT + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    private final String apiPages;

    /**
     * Headers of a service.
     *
     * @param issuer where Swagger UI signs in, empty for nowhere
     */
    SecurityHeaders(String issuer) {
        this.apiPages = issuer.isBlank() ? API_PAGES : API_PAGES + "; connect-src 'self' " + origin(issuer);
    }

    private static String origin(String issuer) {
        URI uri = URI.create(issuer);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    void write(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .addHeaderWriter(this::contentSecurityPolicy);
    }

    private void contentSecurityPolicy(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(CSP, request.getRequestURI().startsWith("/swagger-ui") ? apiPages : STRICT);
    }
}
