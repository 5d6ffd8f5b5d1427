package vn.tthc.contracts.postal;

import org.jspecify.annotations.Nullable;

/**
 * A line of a list of contents.
 *
 * @param name kind of paper, from the list of the post; nobody is named in it
 * @param component its code in the procedure, when it is one of them
 * @param form original or copy
 * @param count how many
 */
public record Paper(String name, @Nullable String component, Form form, int count) {

    /** What sort of paper it is. */
    public enum Form {
        /** Bản chính. */
        ORIGINAL,
        /** Bản sao. */
        COPY
    }
}
