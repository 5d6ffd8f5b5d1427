package vn.tthc.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Writes problems, wherever in the handling of a request they come up. */
final class Problems {
    /** Whatever is refused for now may be tried again after so many seconds. */
    private static final String RETRY_AFTER_SECONDS = "1";

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final HttpJson json;

    Problems(HttpJson json) {
        this.json = json;
    }

    ResponseEntity<ProblemDocument> answer(Problem problem, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers(problem, request).forEach(headers::set);
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document(problem, request));
    }

    /** For filters, which come before any converter. */
    void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = json.mapper().writeValueAsBytes(document(problem, request));
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        headers(problem, request).forEach(response::setHeader);
        response.getOutputStream().write(body);
    }

    private static Map<String, String> headers(Problem problem, HttpServletRequest request) {
        Map<String, String> headers = new TreeMap<>();
        headers.put(HttpHeaders.CONTENT_LANGUAGE, english(request) ? "en" : "vi");
        Duration wait = problem.retryAfter();
        if (wait != null) {
            headers.put(
                    HttpHeaders.RETRY_AFTER, Long.toString(wait.plusSeconds(1).toSeconds()));
        } else if (problem.status() == 503) {
            headers.put(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return headers;
    }

    private static ProblemDocument document(Problem problem, HttpServletRequest request) {
        Messages messages = Messages.of(problem.code(), problem.values());
        boolean english = english(request);
        return new ProblemDocument(
                ProblemDocument.TYPES + problem.code().name(),
                StatusTitle.of(problem.status()).in(english),
                problem.status(),
                problem.code().name(),
                messages.in(english),
                messages,
                problem.field(),
                problem.errors(),
                path(request));
    }

    /** An error dispatch has a path of its own; the reader knows the one that was asked for. */
    private static String path(HttpServletRequest request) {
        Object asked = request.getAttribute("jakarta.servlet.error.request_uri");
        return asked instanceof String path ? path : request.getRequestURI();
    }

    private static boolean english(HttpServletRequest request) {
        @Nullable String wish = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (wish == null) {
            return false;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(wish), List.of(VIETNAMESE, Locale.ENGLISH));
            return Locale.ENGLISH.equals(best);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
