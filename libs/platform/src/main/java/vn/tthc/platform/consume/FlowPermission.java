package vn.tthc.platform.consume;

import java.util.Set;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.Permission;

/** What the keepers of the system may do with the flow of events. */
enum FlowPermission implements Permission {
    /** See how far everything has flowed. */
    SEE_PROGRESS;

    @Override
    public Set<Role> roles() {
        return switch (this) {
            case SEE_PROGRESS -> Set.of(Role.ADMINISTRATOR, Role.SYSTEM, Role.INSPECTOR);
        };
    }
}
