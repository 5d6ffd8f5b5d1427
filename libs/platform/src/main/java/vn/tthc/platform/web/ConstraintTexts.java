package vn.tthc.platform.web;

import jakarta.validation.ConstraintViolation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to tell people when a constraint does not hold; the validator itself has no Vietnamese. A constraint whose own
 * message reads {@code "tiếng Việt | English"} speaks for itself.
 */
final class ConstraintTexts {
    private static final String BOTH = " | ";

    private ConstraintTexts() {}

    static FieldProblem of(String field, @Nullable ConstraintViolation<?> violation) {
        if (violation == null) {
            return invalid(field);
        }
        String own = violation.getMessageTemplate();
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        int both = own.indexOf(BOTH);
        if (both > 0) {
            return FieldProblem.of(field, code(name), own.substring(0, both), own.substring(both + BOTH.length()));
        }
        Map<String, Object> with = violation.getConstraintDescriptor().getAttributes();
        return switch (name) {
            case "NotNull", "NotBlank", "NotEmpty" ->
                FieldProblem.of(field, code(name), "Không được để trống.", "Must not be empty.");
            case "Size", "Length" -> size(field, with, violation.getInvalidValue() instanceof CharSequence);
            case "Pattern" ->
                FieldProblem.of(field, code(name), "Không đúng định dạng.", "Does not have the right format.");
            case "Email" ->
                FieldProblem.of(field, code(name), "Không phải là địa chỉ thư điện tử.", "Is not an e-mail address.");
            case "Min", "DecimalMin" ->
                FieldProblem.of(
                        field,
                        code(name),
                        "Không được nhỏ hơn " + with.get("value") + ".",
                        "Must not be less than " + with.get("value") + ".");
            case "Max", "DecimalMax" ->
                FieldProblem.of(
                        field,
                        code(name),
                        "Không được lớn hơn " + with.get("value") + ".",
                        "Must not be more than " + with.get("value") + ".");
            case "Positive" -> FieldProblem.of(field, code(name), "Phải lớn hơn 0.", "Must be more than 0.");
            case "PositiveOrZero" -> FieldProblem.of(field, code(name), "Không được âm.", "Must not be negative.");
            case "Past", "PastOrPresent" ->
                FieldProblem.of(field, code(name), "Không được ở tương lai.", "Must not lie in the future.");
            case "Future", "FutureOrPresent" ->
                FieldProblem.of(field, code(name), "Không được ở quá khứ.", "Must not lie in the past.");
            default -> invalid(field);
        };
    }

    private static FieldProblem size(String field, Map<String, Object> with, boolean text) {
        int min = with.get("min") instanceof Integer n ? n : 0;
        int max = with.get("max") instanceof Integer n ? n : Integer.MAX_VALUE;
        String vi = text ? " ký tự." : " mục.";
        String en = text ? " characters." : " entries.";
        if (max == Integer.MAX_VALUE) {
            return FieldProblem.of(
                    field, FieldReason.SIZE, "Phải có ít nhất " + min + vi, "Must have at least " + min + en);
        }
        if (min == 0) {
            return FieldProblem.of(
                    field, FieldReason.SIZE, "Chỉ được có tối đa " + max + vi, "Must have at most " + max + en);
        }
        return FieldProblem.of(
                field,
                FieldReason.SIZE,
                "Phải có từ " + min + " đến " + max + vi,
                "Must have " + min + " to " + max + en);
    }

    private static FieldReason code(String constraint) {
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> FieldReason.REQUIRED;
            case "Size", "Length" -> FieldReason.SIZE;
            case "Pattern" -> FieldReason.PATTERN;
            case "Email" -> FieldReason.EMAIL;
            case "Min", "DecimalMin", "Positive", "PositiveOrZero" -> FieldReason.TOO_SMALL;
            case "Max", "DecimalMax" -> FieldReason.TOO_LARGE;
            case "Past", "PastOrPresent", "Future", "FutureOrPresent" -> FieldReason.WRONG_TIME;
            default -> FieldReason.INVALID;
        };
    }

    private static FieldProblem invalid(String field) {
        return FieldProblem.of(field, FieldReason.INVALID, "Giá trị không hợp lệ.", "The value is not valid.");
    }
}
