package vn.tthc.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One field of a request that is not as it must be.
 *
 * @param field its path, such as {@code applicant.name}
 * @param code stable reason, such as {@code REQUIRED}
 * @param messages what to tell people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldProblem(String field, String code, Messages messages) {

    /** A field with its reason in both languages. */
    public static FieldProblem of(String field, FieldReason code, String vi, String en) {
        return new FieldProblem(field, code.name(), new Messages(vi, en));
    }
}
