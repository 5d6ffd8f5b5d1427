package vn.tthc.platform.access;

import java.util.Set;
import vn.tthc.contracts.Role;

/** Something that may be done or seen; each service lists its own in an enum. */
public interface Permission {
    /** Stable name. */
    String name();

    /** Roles that have it. */
    Set<Role> roles();

    /**
     * Whether the leaders and records clerks of a higher agency have it for those below. So it is with what is seen; what
     * is done is done by the agency that answers for it.
     */
    default boolean reachesBelow() {
        return false;
    }

    /** Whether postal workers have it for their own postal point alone. */
    default boolean boundToPoint() {
        return false;
    }
}
