package vn.tthc.platform.consume;

import java.util.Set;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.Permission;

/** What the keepers of the system may do with the flow of events. */
enum FlowPermission implements Permission {
    /** See how far everything has flowed. */
    SEE_PROGRESS,
    /** See what is parked, with its content masked. */
    SEE_PARKED,
    /** Try parked records again, or pass over one. */
    SETTLE_PARKED,
    /** Build a view once more. */
    REBUILD_VIEWS;

    @Override
    public Set<Role> roles() {
        return switch (this) {
            case SEE_PROGRESS -> Set.of(Role.ADMINISTRATOR, Role.SYSTEM, Role.INSPECTOR);
            case SEE_PARKED -> Set.of(Role.ADMINISTRATOR, Role.INSPECTOR);
            case SETTLE_PARKED, REBUILD_VIEWS -> Set.of(Role.ADMINISTRATOR);
        };
    }
}
