package vn.tthc.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * 401 and 403 with {@code WWW-Authenticate} (RFC 6750) and a problem document; 503 when nobody can tell whether a token is
 * good, because the issuer is away and none of its known keys fits.
 */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final AuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final AccessDeniedHandler scope = new BearerTokenAccessDeniedHandler();
    private final Problems problems;

    SecurityProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException, ServletException {
        challenge.commence(request, response, nobody);
        problems.write(new Problem(CommonProblem.UNAUTHENTICATED), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        scope.handle(request, response, denied);
        problems.write(new Problem(CommonProblem.FORBIDDEN), request, response);
    }

    /** The usual filter knows only "wrong"; "cannot tell now" would be an error of ours. */
    ObjectPostProcessor<BearerTokenAuthenticationFilter> whenTheIssuerIsAway() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler((request, response, failure) -> {
                    if (failure instanceof AuthenticationServiceException) {
                        problems.write(new Problem(CommonProblem.IDENTITY_UNAVAILABLE), request, response);
                    } else {
                        commence(request, response, failure);
                    }
                });
                return filter;
            }
        };
    }
}
