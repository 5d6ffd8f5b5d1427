package vn.tthc.platform.blob;

import java.util.Set;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.Permission;

/** Who may send a file; who may read it depends on what refers to it. */
public enum BlobPermission implements Permission {
    UPLOAD_BLOB;

    @Override
    public Set<Role> roles() {
        return Set.of(
                Role.CITIZEN,
                Role.RECEPTION_OFFICER,
                Role.CASE_OFFICER,
                Role.HEAD_OF_UNIT,
                Role.AGENCY_LEADER,
                Role.RECORDS_CLERK,
                Role.POSTAL_WORKER,
                Role.IMPORTER);
    }
}
