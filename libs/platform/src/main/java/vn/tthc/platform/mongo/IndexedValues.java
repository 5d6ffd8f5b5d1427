package vn.tthc.platform.mongo;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that documents are found by: a String or a Long, compared as SQLite and MongoDB compare them. */
final class IndexedValues {
    private IndexedValues() {}

    /**
     * The form in which a value is stored.
     *
     * @throws IllegalArgumentException when it is neither text nor a whole number
     */
    static Object stored(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Long number -> number;
            case Integer number -> (long) number;
            case null, default -> throw new IllegalArgumentException("indexed values are String or Long, not " + value);
        };
    }

    /** Those that are there. */
    static Map<String, Object> stored(Map<String, @Nullable Object> indexed) {
        Map<String, Object> stored = new HashMap<>();
        indexed.forEach((field, value) -> {
            if (value != null) {
                stored.put(field, stored(value));
            }
        });
        return stored;
    }

    /** Numbers before texts. */
    static int compare(Object one, Object other) {
        if (one instanceof Long a && other instanceof Long b) {
            return Long.compare(a, b);
        }
        if (one instanceof String a && other instanceof String b) {
            return a.compareTo(b);
        }
        return one instanceof Long ? -1 : 1;
    }
}
