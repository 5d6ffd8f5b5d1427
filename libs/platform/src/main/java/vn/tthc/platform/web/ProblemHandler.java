package vn.tthc.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import tools.jackson.core.JacksonException;
import vn.tthc.platform.access.AccessDenied;
import vn.tthc.platform.blob.BlobProblem;
import vn.tthc.platform.blob.BlobsUnavailable;
import vn.tthc.platform.log.LogUnavailable;
import vn.tthc.platform.log.OutcomeUnknown;
import vn.tthc.platform.log.VersionConflict;
import vn.tthc.platform.person.UnknownPerson;
import vn.tthc.platform.sqlite.OutcomePending;
import vn.tthc.platform.sqlite.StoreUnavailable;
import vn.tthc.platform.store.StaleDocument;

/** Answers whatever an endpoint throws with a problem document; nothing of the inside shows, nothing said is repeated. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final Problems problems;

    ProblemHandler(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> handle(Exception thrown, HttpServletRequest request) {
        Problem problem = problem(thrown);
        if (problem.status() == 500) {
            LOG.error(
                    "Request {} {} failed, correlation {}: {}",
                    request.getMethod(),
                    route(request),
                    Correlation.of(request),
                    Traces.withoutMessages(thrown));
        }
        ResponseEntity<ProblemDocument> answer = problems.answer(problem, request);
        if (thrown instanceof ErrorResponse known) {
            HttpHeaders headers = new HttpHeaders(answer.getHeaders());
            List.of(HttpHeaders.ALLOW, HttpHeaders.ACCEPT)
                    .forEach(name -> known.getHeaders().getOrEmpty(name).forEach(value -> headers.add(name, value)));
            return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
        }
        return answer;
    }

    /** What something thrown is answered with. */
    static Problem problem(Exception thrown) {
        return switch (thrown) {
            case Problem problem -> problem;
            case AccessDenied denied -> new Problem(CommonProblem.FORBIDDEN);
            case org.springframework.security.access.AccessDeniedException denied ->
                new Problem(CommonProblem.FORBIDDEN);
            case AuthenticationException nobody -> new Problem(CommonProblem.UNAUTHENTICATED);
            case LogUnavailable busy -> new Problem(CommonProblem.OVERLOADED);
            case StoreUnavailable busy -> new Problem(CommonProblem.OVERLOADED);
            case BlobsUnavailable full when full.isFull() -> new Problem(BlobProblem.BLOB_STORE_FULL, null, Map.of());
            case BlobsUnavailable busy -> new Problem(CommonProblem.OVERLOADED);
            case StaleDocument race -> new Problem(CommonProblem.OVERLOADED);
            case OutcomeUnknown unknown -> new Problem(CommonProblem.OUTCOME_UNKNOWN);
            case OutcomePending unknown -> new Problem(CommonProblem.OUTCOME_UNKNOWN);
            // Who expected no version saw none that could be stale.
            case VersionConflict race -> new Problem(CommonProblem.OVERLOADED);
            case UnknownPerson late -> new Problem(CommonProblem.NOT_YET_VISIBLE);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case HandlerMethodValidationException wrong when !wrong.isForReturnValue() -> ValidationProblems.of(wrong);
            case ConstraintViolationException wrong -> ValidationProblems.of(wrong);
            case BindException wrong -> ValidationProblems.of(wrong);
            case MissingServletRequestParameterException missing ->
                Problem.fields(List.of(FieldProblem.of(
                        missing.getParameterName(),
                        FieldReason.REQUIRED,
                        "Không được để trống.",
                        "Must not be empty.")));
            case MethodArgumentTypeMismatchException wrong -> argument(wrong);
            case MaxUploadSizeExceededException large -> new Problem(CommonProblem.PAYLOAD_TOO_LARGE);
            case ErrorResponse known -> ofStatus(known.getStatusCode().value());
            default -> new Problem(CommonProblem.INTERNAL_ERROR);
        };
    }

    /** A word in the path that cannot be an id names nothing; a parameter is a field like any other. */
    private static Problem argument(MethodArgumentTypeMismatchException wrong) {
        return wrong.getParameter().hasParameterAnnotation(PathVariable.class)
                ? new Problem(CommonProblem.NOT_FOUND)
                : Problem.fields(List.of(JsonProblems.wrongValue(wrong.getName(), wrong.getRequiredType())));
    }

    private static Problem unreadable(Throwable unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return new Problem(CommonProblem.PAYLOAD_TOO_LARGE);
            }
        }
        return unreadable.getCause() instanceof JacksonException wrong
                ? JsonProblems.of(wrong)
                : new Problem(CommonProblem.MALFORMED_REQUEST);
    }

    static Problem ofStatus(int status) {
        for (CommonProblem common : CommonProblem.values()) {
            if (common.status() == status && common != CommonProblem.VALIDATION_FAILED) {
                return new Problem(status == 503 ? CommonProblem.OVERLOADED : common);
            }
        }
        return status >= 400 && status < 500
                ? new Problem(CommonProblem.MALFORMED_REQUEST, status, null, Map.of())
                : new Problem(CommonProblem.INTERNAL_ERROR);
    }

    /** The pattern, not the path: a path may name somebody. */
    private static Object route(HttpServletRequest request) {
        Object pattern = request.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
        return pattern == null ? "(no route)" : pattern;
    }
}
