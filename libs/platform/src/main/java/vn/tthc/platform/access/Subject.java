package vn.tthc.platform.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a permission is asked for.
 *
 * @param agencies the agencies concerned; empty when it concerns none
 * @param owner account of the citizen it belongs to, when known
 */
public record Subject(Set<String> agencies, @Nullable String owner) {
    /** Nothing in particular. */
    public static final Subject ANY = new Subject(Set.of(), null);

    public Subject {
        agencies = Set.copyOf(agencies);
    }

    public static Subject of(String... agencies) {
        return new Subject(Set.of(agencies), null);
    }
}
