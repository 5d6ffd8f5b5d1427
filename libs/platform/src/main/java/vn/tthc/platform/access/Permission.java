package vn.tthc.platform.access;

import java.util.Set;
import vn.tthc.contracts.Role;

/** Something that may be done or seen; each service lists its own in an enum. */
public interface Permission {
    /** Stable name. */
    String name();

    /** Roles that have it. */
    Set<Role> roles();
}
