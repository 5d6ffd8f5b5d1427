package vn.tthc.platform.web;

import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads entries of a list one by one, so that one that is wrong is refused and the others are taken. */
public final class EntryReader {
    private final HttpJson json;
    private final Validator validator;

    public EntryReader(HttpJson json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * One entry, checked as a whole body would be.
     *
     * @throws Problem 400 naming the fields that are wrong
     */
    public <T> T read(@Nullable JsonNode entry, Class<T> type) {
        @Nullable T value;
        try {
            value = entry == null ? null : json.mapper().treeToValue(entry, type);
        } catch (JacksonException wrong) {
            throw JsonProblems.of(wrong);
        }
        if (value == null) {
            throw new Problem(CommonProblem.MALFORMED_REQUEST);
        }
        List<FieldProblem> wrong = validator.validate(value).stream()
                .map(violation -> ConstraintTexts.of(violation.getPropertyPath().toString(), violation))
                .sorted(Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::code))
                .toList();
        if (!wrong.isEmpty()) {
            throw Problem.fields(wrong);
        }
        return value;
    }
}
