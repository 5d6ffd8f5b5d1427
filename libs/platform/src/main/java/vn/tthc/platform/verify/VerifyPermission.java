package vn.tthc.platform.verify;

import java.util.Set;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.Permission;

/** Balancing the books is for those who keep the system. */
enum VerifyPermission implements Permission {
    VERIFY;

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADMINISTRATOR, Role.SYSTEM, Role.INSPECTOR);
    }
}
