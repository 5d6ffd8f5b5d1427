package vn.tthc.platform.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.ProblemCode;

/** Ends a request with a problem document (RFC 9457). Carries no personal data and no input. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;
    private final int status;
    private final @Nullable String field;
    private final transient Map<String, String> values;
    private final transient List<FieldProblem> errors;
    private final @Nullable Duration retryAfter;

    /**
     * A problem.
     *
     * @param code what is wrong
     * @param status HTTP status
     * @param field the field to blame, when it is one
     * @param values what the texts of the code speak of; never personal data
     */
    public Problem(ProblemCode code, int status, @Nullable String field, Map<String, String> values) {
        this(code, status, field, values, List.of(), null);
    }

    /** A problem that knows its status. */
    public Problem(HttpProblem code, @Nullable String field, Map<String, String> values) {
        this(code, code.status(), field, values);
    }

    /** A problem every service knows. */
    public Problem(CommonProblem code) {
        this(code, code.status(), null, Map.of());
    }

    /** A problem every service knows, with one field. */
    public Problem(CommonProblem code, @Nullable String field) {
        this(code, code.status(), field, Map.of());
    }

    Problem(
            ProblemCode code,
            int status,
            @Nullable String field,
            Map<String, String> values,
            List<FieldProblem> errors,
            @Nullable Duration retryAfter) {
        super(code.name());
        this.code = code;
        this.status = status;
        this.field = field;
        this.values = Map.copyOf(values);
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** Somebody asks too often: 429 {@code TOO_MANY_REQUESTS}, to come again after so long. */
    public static Problem tooManyRequests(Duration retryAfter) {
        CommonProblem code = CommonProblem.TOO_MANY_REQUESTS;
        return new Problem(code, code.status(), null, Map.of(), List.of(), retryAfter);
    }

    /** Some fields of a request that are not as they must be: 400 {@code VALIDATION_FAILED}. */
    public static Problem fields(List<FieldProblem> errors) {
        return new Problem(
                CommonProblem.VALIDATION_FAILED,
                CommonProblem.VALIDATION_FAILED.status(),
                errors.size() == 1 ? errors.getFirst().field() : null,
                Map.of(),
                errors,
                null);
    }

    public ProblemCode code() {
        return code;
    }

    public int status() {
        return status;
    }

    public @Nullable String field() {
        return field;
    }

    public Map<String, String> values() {
        return values;
    }

    public List<FieldProblem> errors() {
        return errors;
    }

    /** After what time it may be tried again, when that is known. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
