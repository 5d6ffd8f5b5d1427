package vn.tthc.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a body without repeating what stood in it. */
final class JsonProblems {
    private static final int LONGEST_PATH = 200;

    private JsonProblems() {}

    static Problem of(JacksonException wrong) {
        String path = path(wrong);
        return switch (wrong) {
            case PropertyBindingException unknown ->
                Problem.fields(List.of(FieldProblem.of(
                        path, FieldReason.UNKNOWN_FIELD, "Không có trường dữ liệu này.", "There is no such field.")));
            case MismatchedInputException mismatch
            when !path.isEmpty() -> Problem.fields(List.of(wrongValue(path, mismatch.getTargetType())));
            case InputCoercionException outOfRange
            when !path.isEmpty() -> Problem.fields(List.of(wrongValue(path, outOfRange.getTargetType())));
            case ValueInstantiationException refused ->
                path.isEmpty() ? new Problem(CommonProblem.VALIDATION_FAILED) : Problem.fields(List.of(invalid(path)));
            default -> new Problem(CommonProblem.MALFORMED_REQUEST);
        };
    }

    /** A text that cannot be read as what it should be. */
    static FieldProblem wrongValue(String field, @Nullable Class<?> wanted) {
        if (wanted == null) {
            return invalid(field);
        }
        if (wanted.isEnum()) {
            String allowed = Arrays.stream(wanted.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return FieldProblem.of(
                    field,
                    FieldReason.NOT_ALLOWED_VALUE,
                    "Phải là một trong các giá trị: " + allowed + ".",
                    "Must be one of: " + allowed + ".");
        }
        if (wanted == Instant.class) {
            return FieldProblem.of(
                    field,
                    FieldReason.BAD_TIME,
                    "Phải là thời điểm có múi giờ, ví dụ 2026-03-02T08:00:00+07:00.",
                    "Must be a moment with an offset, such as 2026-03-02T08:00:00+07:00.");
        }
        if (wanted == LocalDate.class) {
            return FieldProblem.of(
                    field,
                    FieldReason.BAD_DATE,
                    "Phải là ngày theo dạng năm-tháng-ngày, ví dụ 2026-03-02.",
                    "Must be a day written year-month-day, such as 2026-03-02.");
        }
        return ofType(field, wanted);
    }

    private static FieldProblem ofType(String field, Class<?> wanted) {
        if (wanted == boolean.class || wanted == Boolean.class) {
            return FieldProblem.of(field, FieldReason.WRONG_TYPE, "Phải là true hoặc false.", "Must be true or false.");
        }
        if (wanted.isPrimitive() || Number.class.isAssignableFrom(wanted)) {
            return FieldProblem.of(
                    field,
                    FieldReason.WRONG_TYPE,
                    "Phải là số trong giới hạn cho phép.",
                    "Must be a number within the limits.");
        }
        if (wanted == String.class) {
            return FieldProblem.of(field, FieldReason.WRONG_TYPE, "Phải là chuỗi ký tự.", "Must be a text.");
        }
        return FieldProblem.of(
                field, FieldReason.WRONG_TYPE, "Giá trị không đúng kiểu.", "The value is of the wrong type.");
    }

    private static FieldProblem invalid(String field) {
        return FieldProblem.of(field, FieldReason.INVALID, "Giá trị không hợp lệ.", "The value is not valid.");
    }

    private static String path(JacksonException wrong) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : wrong.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        String written = path.toString().replaceAll("\\p{Cntrl}", "?");
        return written.length() <= LONGEST_PATH ? written : written.substring(0, LONGEST_PATH) + "…";
    }
}
