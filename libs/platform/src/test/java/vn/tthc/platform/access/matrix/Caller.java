package vn.tthc.platform.access.matrix;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Role;

/**
 * Somebody.
 *
 * @param name how a failure names them
 * @param account the {@code sub} of the token
 * @param roles the roles acted in
 * @param agency name of the agency acted for in the {@link World}, null for none
 * @param token what is sent
 * @param good whether the token is to be taken; none is sent where it is empty
 * @param delegation by which roles and agency are somebody else's, null when they are those of the token
 * @param lapsed why that delegation does not hold, null when it does
 */
record Caller(
        String name,
        String account,
        Set<Role> roles,
        @Nullable String agency,
        String token,
        boolean good,
        @Nullable String delegation,
        @Nullable Standing lapsed) {

    boolean anonymous() {
        return token.isEmpty();
    }

    /** Those who act for an agency. */
    static final List<Role> OFFICIALS = List.of(
            Role.RECEPTION_OFFICER, Role.CASE_OFFICER, Role.HEAD_OF_UNIT, Role.AGENCY_LEADER, Role.RECORDS_CLERK);

    @Override
    public String toString() {
        return name;
    }
}
