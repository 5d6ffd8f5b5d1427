package vn.tthc.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.tthc.platform.sqlite.StoreUnavailable;

/** Lets a request with {@code Tthc-Position} in only when the service has caught up with it. */
final class PositionFilter extends OncePerRequestFilter {
    private final Positions positions;
    private final Problems problems;

    PositionFilter(Positions positions, Problems problems) {
        this.positions = positions;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(Answers.POSITION) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            positions.await(request.getHeader(Answers.POSITION));
        } catch (Problem problem) {
            problems.write(problem, request, response);
            return;
        } catch (StoreUnavailable e) {
            problems.write(new Problem(CommonProblem.OVERLOADED), request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
