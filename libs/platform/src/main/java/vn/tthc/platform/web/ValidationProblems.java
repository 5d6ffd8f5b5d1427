package vn.tthc.platform.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Turns what the validator found into a problem, fields in alphabetical order so that the answer is always the same. */
final class ValidationProblems {
    private static final Comparator<FieldProblem> ORDER =
            Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::code);

    private ValidationProblems() {}

    static Problem of(Errors errors) {
        return sorted(fields(errors));
    }

    static Problem of(ConstraintViolationException wrong) {
        return sorted(wrong.getConstraintViolations().stream()
                .map(violation ->
                        ConstraintTexts.of(last(violation.getPropertyPath().toString()), violation))
                .toList());
    }

    static Problem of(HandlerMethodValidationException wrong) {
        List<FieldProblem> found = new ArrayList<>();
        for (ParameterValidationResult result : wrong.getParameterValidationResults()) {
            if (result instanceof ParameterErrors errors) {
                found.addAll(fields(errors));
                continue;
            }
            String name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "?");
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
                found.add(ConstraintTexts.of(name, violation(result, error)));
            }
        }
        return sorted(found);
    }

    private static List<FieldProblem> fields(Errors errors) {
        List<FieldProblem> found = new ArrayList<>();
        for (ObjectError error : errors.getAllErrors()) {
            String field = error instanceof FieldError named ? named.getField() : error.getObjectName();
            found.add(ConstraintTexts.of(
                    field, error.contains(ConstraintViolation.class) ? error.unwrap(ConstraintViolation.class) : null));
        }
        return found;
    }

    private static @Nullable ConstraintViolation<?> violation(
            ParameterValidationResult result, MessageSourceResolvable error) {
        try {
            return result.unwrap(error, ConstraintViolation.class);
        } catch (IllegalArgumentException notOfTheValidator) {
            return null;
        }
    }

    private static Problem sorted(List<FieldProblem> found) {
        return Problem.fields(found.stream().sorted(ORDER).toList());
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
