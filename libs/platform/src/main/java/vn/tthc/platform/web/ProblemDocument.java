package vn.tthc.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is answered (RFC 9457, {@code application/problem+json}).
 *
 * @param type names the kind of problem
 * @param title what the status means, in the reader's language
 * @param status the HTTP status again
 * @param code stable code
 * @param detail what to tell the reader, in the language asked for, Vietnamese by default
 * @param messages the same in both languages
 * @param field the field to blame, when it is exactly one
 * @param errors the fields that are not as they must be
 * @param instance path of the request
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        String type,
        String title,
        int status,
        String code,
        String detail,
        Messages messages,
        @Nullable String field,
        List<FieldProblem> errors,
        String instance) {
    /** What {@code type} begins with. */
    public static final String TYPES = "https://tthc.lamdong.gov.vn/problems/";
}
