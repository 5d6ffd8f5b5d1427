package vn.tthc.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request its correlation id, tells the caller, and puts it into every line logged meanwhile. */
final class CorrelationFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String correlation = Correlation.of(request);
        response.setHeader(Correlation.HEADER, correlation);
        try (MDC.MDCCloseable _ignored = MDC.putCloseable("correlation", correlation)) {
            chain.doFilter(request, response);
        }
    }
}
