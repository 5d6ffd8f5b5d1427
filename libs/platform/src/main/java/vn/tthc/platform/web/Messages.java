package vn.tthc.platform.web;

import java.util.Map;
import vn.tthc.contracts.decision.ProblemCode;

/**
 * A text in both languages.
 *
 * @param vi Vietnamese
 * @param en English
 */
public record Messages(String vi, String en) {

    /** The texts of a code, with its values put in. */
    public static Messages of(ProblemCode code, Map<String, String> values) {
        return new Messages(fill(code.vietnamese(), values), fill(code.english(), values));
    }

    private static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    /** The one for a reader. */
    String in(boolean english) {
        return english ? en : vi;
    }
}
