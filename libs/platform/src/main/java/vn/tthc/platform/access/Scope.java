package vn.tthc.platform.access;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of many things somebody may see: what a list is asked for in its index, so that nothing has to be left out
 * afterwards.
 *
 * @param everything whether it has no bounds
 * @param agencies otherwise what concerns one of these
 * @param owner and what belongs to this account
 */
public record Scope(
        boolean everything, Set<String> agencies, @Nullable String owner) {
    public static final Scope NOTHING = new Scope(false, Set.of(), null);
    public static final Scope EVERYTHING = new Scope(true, Set.of(), null);

    public Scope {
        agencies = Set.copyOf(agencies);
    }

    /** Whether there can be nothing to see. */
    public boolean nothing() {
        return !everything && agencies.isEmpty() && owner == null;
    }

    /** Whether what concerns an agency is in it. */
    public boolean covers(String agency) {
        return everything || agencies.contains(agency);
    }

    /** What either of them has. */
    Scope and(Scope other) {
        if (everything || other.everything) {
            return EVERYTHING;
        }
        Set<String> both = new HashSet<>(agencies);
        both.addAll(other.agencies);
        return new Scope(false, both, owner == null ? other.owner : owner);
    }
}
