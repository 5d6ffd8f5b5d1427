package vn.tthc.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Role;

class RolePolicyTest {
    private static final String HERE = "H36.01@2025-07-01";
    private static final String ELSEWHERE = "H36.02@2025-07-01";

    private final AccessPolicy policy = new RolePolicy();

    private enum Can implements Permission {
        RECEIVE(Set.of(Role.RECEPTION_OFFICER)),
        SIGN(Set.of(Role.AGENCY_LEADER)),
        SUBMIT(Set.of(Role.CITIZEN, Role.RECEPTION_OFFICER)),
        WITHDRAW(Set.of(Role.CITIZEN)),
        SCAN(Set.of(Role.POSTAL_WORKER)),
        READ(Set.of(Role.CASE_OFFICER, Role.HEAD_OF_UNIT, Role.RECORDS_CLERK, Role.INSPECTOR)),
        NOTHING(Set.of());

        private final Set<Role> roles;

        Can(Set<Role> roles) {
            this.roles = roles;
        }

        @Override
        public Set<Role> roles() {
            return roles;
        }
    }

    @ParameterizedTest(name = "{0} of {1}: {2} for {3} owned by {4} -> {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                // the role decides first
                "RECEPTION_OFFICER, here, RECEIVE, -, -, true",
                "CASE_OFFICER, here, RECEIVE, here, -, false",
                "RECEPTION_OFFICER+CASE_OFFICER, here, RECEIVE, here, -, true",
                "-, here, RECEIVE, here, -, false",
                "INSPECTOR, -, NOTHING, -, -, false",
                // an agency's people act within their agency
                "RECEPTION_OFFICER, here, RECEIVE, here, -, true",
                "RECEPTION_OFFICER, elsewhere, RECEIVE, here, -, false",
                "RECEPTION_OFFICER, elsewhere, RECEIVE, here+elsewhere, -, true",
                "RECEPTION_OFFICER, H36.01, RECEIVE, here, -, false",
                "RECEPTION_OFFICER, -, RECEIVE, here, -, false",
                "RECEPTION_OFFICER, -, RECEIVE, -, -, true",
                "AGENCY_LEADER, elsewhere, SIGN, here, -, false",
                "CASE_OFFICER, elsewhere, READ, here, -, false",
                "HEAD_OF_UNIT, elsewhere, READ, here, -, false",
                "RECORDS_CLERK, elsewhere, READ, here, -, false",
                // others are not bound to one
                "INSPECTOR, elsewhere, READ, here, -, true",
                "INSPECTOR+CASE_OFFICER, elsewhere, READ, here, -, true",
                "POSTAL_WORKER, -, SCAN, here, -, true",
                // a citizen has what is their own
                "CITIZEN, -, SUBMIT, here, -, true",
                "CITIZEN, -, WITHDRAW, here, me, true",
                "CITIZEN, -, WITHDRAW, here, somebody, false",
                "CITIZEN, -, READ, -, me, false",
                // somebody at the desk who is a citizen too has their own and the desk's
                "CITIZEN+RECEPTION_OFFICER, here, SUBMIT, here, somebody, true",
                // an administrator does everything but what only a citizen does in person
                "ADMINISTRATOR, -, RECEIVE, here, -, true",
                "ADMINISTRATOR, elsewhere, SIGN, here, -, true",
                "ADMINISTRATOR, -, NOTHING, -, -, true",
                "ADMINISTRATOR, -, SUBMIT, here, somebody, true",
                "ADMINISTRATOR, -, WITHDRAW, here, somebody, false",
                "ADMINISTRATOR, -, WITHDRAW, here, me, false",
                "SYSTEM, -, SCAN, -, -, false"
            })
    void aPermissionIsGivenOnlyByARule(
            @Nullable String roles,
            @Nullable String agency,
            Can permission,
            @Nullable String agencies,
            @Nullable String owner,
            boolean allowed) {
        Actor actor = new Actor(
                "me",
                roles == null
                        ? Set.of()
                        : Arrays.stream(roles.split("\\+")).map(Role::valueOf).collect(Collectors.toSet()),
                id(agency));
        Set<String> of = agencies == null
                ? Set.of()
                : Arrays.stream(agencies.split("\\+")).map(RolePolicyTest::id).collect(Collectors.toSet());

        assertThat(policy.allows(actor, permission, new Subject(of, owner))).isEqualTo(allowed);
    }

    @Test
    void whoRequiresItIsToldNoByAnException() {
        Actor officer = new Actor("o", Set.of(Role.RECEPTION_OFFICER), HERE);

        assertThatNoException().isThrownBy(() -> policy.require(officer, Can.RECEIVE, Subject.of(HERE)));
        assertThatThrownBy(() -> policy.require(officer, Can.RECEIVE, Subject.of(ELSEWHERE)))
                .isInstanceOf(AccessDenied.class);
    }

    private static @Nullable String id(@Nullable String name) {
        return "here".equals(name) ? HERE : "elsewhere".equals(name) ? ELSEWHERE : name;
    }
}
