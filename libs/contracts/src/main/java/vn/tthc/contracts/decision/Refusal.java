package vn.tthc.contracts.decision;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a command was refused.
 *
 * @param code the reason
 * @param field the field of the command that is to blame, when it is one
 * @param values what the texts of the code speak of; never personal data
 */
public record Refusal(ProblemCode code, @Nullable String field, Map<String, String> values) {
    public Refusal {
        values = Map.copyOf(values);
    }
}
