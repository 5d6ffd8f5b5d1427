package vn.tthc.platform.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a permission is asked for.
 *
 * @param agencies the agencies concerned; empty when it concerns none
 * @param owner account of the citizen it belongs to, when known
 * @param everywhere whether it concerns the whole system, or nobody knows whom: only for those who are bound to no agency
 * @param points the postal points concerned; empty when it concerns none
 */
public record Subject(Set<String> agencies, @Nullable String owner, boolean everywhere, Set<String> points) {
    /** Nothing in particular. */
    public static final Subject ANY = new Subject(Set.of(), null);

    /** All of it, without regard to agencies. */
    public static final Subject EVERYWHERE = new Subject(Set.of(), null, true, Set.of());

    public Subject {
        agencies = Set.copyOf(agencies);
        points = Set.copyOf(points);
    }

    public Subject(Set<String> agencies, @Nullable String owner, boolean everywhere) {
        this(agencies, owner, everywhere, Set.of());
    }

    public Subject(Set<String> agencies, @Nullable String owner) {
        this(agencies, owner, false, Set.of());
    }

    /** The same, at these postal points. */
    public Subject at(Set<String> postalPoints) {
        return new Subject(agencies, owner, everywhere, postalPoints);
    }

    public static Subject of(String... agencies) {
        return new Subject(Set.of(agencies), null);
    }
}
