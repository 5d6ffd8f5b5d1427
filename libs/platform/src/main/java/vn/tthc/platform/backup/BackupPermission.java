package vn.tthc.platform.backup;

import java.util.Set;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.Permission;

/** A snapshot holds everything: only the keepers of the system take one. */
enum BackupPermission implements Permission {
    BACK_UP;

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADMINISTRATOR, Role.SYSTEM);
    }
}
