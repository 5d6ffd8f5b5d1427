package vn.tthc.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.law.Level;
import vn.tthc.platform.testing.Agencies;

class RolePolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final Instant LAST_DAY_OF_THE_DISTRICTS = Instant.parse("2025-06-30T02:00:00Z");

    /** Short names of the agencies of {@link Agencies}; {@code unknown} is in no tree. */
    private static final Map<String, String> NAMES = Map.of(
            "government", Agencies.GOVERNMENT.id(),
            "province", Agencies.PROVINCE.id(),
            "department", Agencies.DEPARTMENT.id(),
            "ward", Agencies.WARD.id(),
            "other-ward", Agencies.OTHER_WARD.id(),
            "other-province", Agencies.OTHER_PROVINCE.id(),
            "old-ward", Agencies.OLD_WARD.id(),
            "old-district", Agencies.OLD_DISTRICT.id(),
            "split-ward", Agencies.SPLIT_WARD.id(),
            "unknown", "H36.99@2025-07-01");

    private enum Can implements Permission {
        RECEIVE(Set.of(Role.RECEPTION_OFFICER)),
        SIGN(Set.of(Role.AGENCY_LEADER)),
        SUBMIT(Set.of(Role.CITIZEN, Role.RECEPTION_OFFICER)),
        WITHDRAW(Set.of(Role.CITIZEN)),
        SCAN(Set.of(Role.POSTAL_WORKER)),
        READ(Set.of(Role.CASE_OFFICER, Role.HEAD_OF_UNIT, Role.AGENCY_LEADER, Role.RECORDS_CLERK, Role.INSPECTOR)),
        KEEP(Set.of(Role.ADMINISTRATOR, Role.INSPECTOR)),
        OPEN(Set.of(Role.values())),
        NOTHING(Set.of());

        private final Set<Role> roles;

        Can(Set<Role> roles) {
            this.roles = roles;
        }

        @Override
        public Set<Role> roles() {
            return roles;
        }

        @Override
        public boolean reachesBelow() {
            return this == READ;
        }
    }

    private static AccessPolicy policy(Instant now) {
        return new RolePolicy(() -> Agencies.TREE, Delegations.NONE, () -> now);
    }

    @ParameterizedTest(name = "{0} of {1}: {2} for {3} owned by {4} -> {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                // the role decides first
                "RECEPTION_OFFICER, ward, RECEIVE, -, -, true",
                "CASE_OFFICER, ward, RECEIVE, ward, -, false",
                "RECEPTION_OFFICER+CASE_OFFICER, ward, RECEIVE, ward, -, true",
                "-, ward, RECEIVE, ward, -, false",
                "INSPECTOR, -, NOTHING, -, -, false",
                // an agency's people act within their agency
                "RECEPTION_OFFICER, ward, RECEIVE, ward, -, true",
                "RECEPTION_OFFICER, other-ward, RECEIVE, ward, -, false",
                "RECEPTION_OFFICER, other-ward, RECEIVE, ward+other-ward, -, true",
                "RECEPTION_OFFICER, 24781, RECEIVE, ward, -, false",
                "RECEPTION_OFFICER, -, RECEIVE, ward, -, false",
                "RECEPTION_OFFICER, -, RECEIVE, -, -, false",
                "AGENCY_LEADER, other-ward, SIGN, ward, -, false",
                "CASE_OFFICER, other-ward, READ, ward, -, false",
                "HEAD_OF_UNIT, other-ward, READ, ward, -, false",
                "RECORDS_CLERK, other-ward, READ, ward, -, false",
                // an agency whose publication has not come stands for itself alone
                "RECEPTION_OFFICER, unknown, RECEIVE, unknown, -, true",
                "AGENCY_LEADER, unknown, READ, ward, -, false",
                // what was an agency's is its one successor's
                "RECEPTION_OFFICER, ward, RECEIVE, old-ward, -, true",
                "RECEPTION_OFFICER, other-ward, RECEIVE, old-ward, -, false",
                "RECEPTION_OFFICER, ward, RECEIVE, split-ward, -, false",
                "RECEPTION_OFFICER, other-ward, RECEIVE, split-ward, -, false",
                // and its own people have no part in it any more
                "RECEPTION_OFFICER, old-ward, RECEIVE, old-ward, -, false",
                "AGENCY_LEADER, old-district, READ, old-district, -, false",
                "AGENCY_LEADER, old-district, READ, -, -, false",
                "AGENCY_LEADER, old-district, OPEN, -, -, true",
                "-, -, OPEN, -, -, true",
                // who leads or keeps the records of a higher agency sees what is below and decides nothing there
                "AGENCY_LEADER, province, READ, ward, -, true",
                "RECORDS_CLERK, province, READ, ward, -, true",
                "AGENCY_LEADER, province, READ, department, -, true",
                "AGENCY_LEADER, province, READ, old-ward, -, true",
                "AGENCY_LEADER, province, READ, split-ward, -, true",
                "AGENCY_LEADER, province, READ, old-district, -, true",
                "AGENCY_LEADER, province, READ, other-province, -, false",
                "AGENCY_LEADER, province, READ, government, -, false",
                "AGENCY_LEADER, government, READ, ward, -, true",
                "AGENCY_LEADER, government, READ, other-province, -, true",
                "AGENCY_LEADER, department, READ, ward, -, false",
                "AGENCY_LEADER, ward, READ, province, -, false",
                "AGENCY_LEADER, ward, READ, old-district, -, false",
                "AGENCY_LEADER, province, SIGN, ward, -, false",
                "AGENCY_LEADER, government, SIGN, ward, -, false",
                "CASE_OFFICER, province, READ, ward, -, false",
                "HEAD_OF_UNIT, province, READ, ward, -, false",
                // an inspector sees what lies below the agency of the token, or everything
                "INSPECTOR, -, READ, ward, -, true",
                "INSPECTOR, province, READ, ward, -, true",
                "INSPECTOR, province, READ, other-province, -, false",
                "INSPECTOR, ward, READ, other-ward, -, false",
                "INSPECTOR, old-district, READ, old-district, -, false",
                "INSPECTOR+CASE_OFFICER, other-ward, READ, ward, -, false",
                // what concerns everybody is not for who is bound to an agency
                "INSPECTOR, -, KEEP, everywhere, -, true",
                "INSPECTOR, government, KEEP, everywhere, -, true",
                "INSPECTOR, province, KEEP, everywhere, -, false",
                "ADMINISTRATOR, -, KEEP, everywhere, -, true",
                "POSTAL_WORKER, -, SCAN, ward, -, true",
                // a citizen has what is their own
                "CITIZEN, -, SUBMIT, ward, -, true",
                "CITIZEN, -, WITHDRAW, ward, me, true",
                "CITIZEN, -, WITHDRAW, ward, somebody, false",
                "CITIZEN, -, READ, -, me, false",
                // somebody at the desk who is a citizen too has their own and the desk's
                "CITIZEN+RECEPTION_OFFICER, ward, SUBMIT, ward, somebody, true",
                "CITIZEN+RECEPTION_OFFICER, ward, SUBMIT, other-ward, somebody, false",
                // an administrator has what names the role, and no dossier
                "ADMINISTRATOR, -, RECEIVE, ward, -, false",
                "ADMINISTRATOR, ward, SIGN, ward, -, false",
                "ADMINISTRATOR, -, NOTHING, -, -, false",
                "ADMINISTRATOR, -, READ, ward, -, false",
                "ADMINISTRATOR, -, SUBMIT, ward, somebody, false",
                "ADMINISTRATOR, -, WITHDRAW, ward, me, false",
                "ADMINISTRATOR, -, KEEP, -, -, true",
                "SYSTEM, -, SCAN, -, -, false",
                "SYSTEM, -, READ, ward, -, false",
                "IMPORTER, -, READ, ward, -, false"
            })
    void aPermissionIsGivenOnlyByARule(
            @Nullable String roles,
            @Nullable String agency,
            Can permission,
            @Nullable String agencies,
            @Nullable String owner,
            boolean allowed) {
        Actor actor = actor(roles, agency);
        Set<String> of = agencies == null || "everywhere".equals(agencies)
                ? Set.of()
                : Arrays.stream(agencies.split("\\+")).map(RolePolicyTest::id).collect(Collectors.toSet());
        Subject subject = new Subject(of, owner, "everywhere".equals(agencies));

        assertThat(policy(NOW).allows(actor, permission, subject)).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "{0} of {1} lists {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "CASE_OFFICER, ward, ward+old-ward",
                "CASE_OFFICER, province, province",
                "AGENCY_LEADER, ward, ward+old-ward",
                "AGENCY_LEADER, department, department",
                "RECORDS_CLERK, province, province+department+ward+other-ward+old-ward+split-ward+old-district",
                "INSPECTOR, province, province+department+ward+other-ward+old-ward+split-ward+old-district",
                "CASE_OFFICER+AGENCY_LEADER, ward, ward+old-ward",
                "AGENCY_LEADER, old-ward, -",
                "RECEPTION_OFFICER, ward, -",
                "ADMINISTRATOR, -, -",
                "CASE_OFFICER, -, -"
            })
    void aListIsAskedForWhatMayBeSeen(String roles, @Nullable String agency, @Nullable String seen) {
        Scope scope = policy(NOW).scope(actor(roles, agency), Can.READ);

        assertThat(scope.everything()).isFalse();
        assertThat(scope.owner()).isNull();
        assertThat(scope.agencies())
                .isEqualTo(
                        seen == null
                                ? Set.of()
                                : Arrays.stream(seen.split("\\+"))
                                        .map(RolePolicyTest::id)
                                        .collect(Collectors.toSet()));
        assertThat(scope.nothing()).isEqualTo(seen == null);
    }

    @Test
    void whoIsBoundToNoAgencyOrToTheTopListsEverything() {
        AccessPolicy policy = policy(NOW);
        assertThat(policy.scope(actor("INSPECTOR", null), Can.READ)).isEqualTo(Scope.EVERYTHING);
        assertThat(policy.scope(actor("AGENCY_LEADER", "government"), Can.READ)).isEqualTo(Scope.EVERYTHING);
        assertThat(policy.scope(actor("CASE_OFFICER", "government"), Can.READ).everything())
                .isFalse();
        assertThat(policy.scope(actor("CITIZEN", null), Can.WITHDRAW)).isEqualTo(new Scope(false, Set.of(), "me"));
    }

    @Test
    void aRoleCountsUntilTheLastDayOfItsAgencyAndTheHeirsFromTheDayAfter() {
        AccessPolicy before = policy(LAST_DAY_OF_THE_DISTRICTS);
        Actor old = actor("RECEPTION_OFFICER", "old-ward");
        Actor heir = actor("RECEPTION_OFFICER", "ward");
        Subject work = Subject.of(Agencies.OLD_WARD.id());

        assertThat(before.allows(old, Can.RECEIVE, work)).isTrue();
        assertThat(before.allows(heir, Can.RECEIVE, work)).isFalse();
        assertThat(policy(NOW).allows(old, Can.RECEIVE, work)).isFalse();
        assertThat(policy(NOW).allows(heir, Can.RECEIVE, work)).isTrue();
        assertThat(before.allows(actor("AGENCY_LEADER", "old-district"), Can.READ, work))
                .isTrue();
    }

    @Test
    void whoRequiresItIsToldNoByAnException() {
        Actor officer = new Actor("o", Set.of(Role.RECEPTION_OFFICER), Agencies.WARD.id());

        assertThatNoException()
                .isThrownBy(() -> policy(NOW).require(officer, Can.RECEIVE, Subject.of(Agencies.WARD.id())));
        assertThatThrownBy(() -> policy(NOW).require(officer, Can.RECEIVE, Subject.of(Agencies.OTHER_WARD.id())))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void aCommuneThatTookThePlaceOfADistrictDoesNotLookDownOnTheOthersOfIt() {
        List<Agency> island = List.of(
                Agencies.GOVERNMENT,
                Agencies.PROVINCE,
                Agencies.ended("602@origin", Level.HUYEN, Agencies.PROVINCE.id(), Agencies.WARD.id()),
                Agencies.ended("23272@origin", Level.XA, "602@origin", Agencies.WARD.id()),
                Agencies.ended("23275@origin", Level.XA, "602@origin", Agencies.OTHER_WARD.id()),
                Agencies.WARD,
                Agencies.OTHER_WARD);
        AccessPolicy policy = new RolePolicy(() -> new AgencyTree(island), Delegations.NONE, () -> NOW);

        assertThat(policy.scope(actor("AGENCY_LEADER", "ward"), Can.READ).agencies())
                .containsExactlyInAnyOrder(Agencies.WARD.id(), "602@origin", "23272@origin");
    }

    private static Actor actor(@Nullable String roles, @Nullable String agency) {
        return new Actor(
                "me",
                roles == null
                        ? Set.of()
                        : Arrays.stream(roles.split("\\+")).map(Role::valueOf).collect(Collectors.toSet()),
                agency == null ? null : id(agency));
    }

    private static String id(String name) {
        return NAMES.getOrDefault(name, name);
    }

    private enum AtThePost implements Permission {
        SEE_ITEM;

        @Override
        public Set<Role> roles() {
            return Set.of(Role.POSTAL_WORKER, Role.RECEPTION_OFFICER);
        }

        @Override
        public boolean boundToPoint() {
            return true;
        }
    }

    @Test
    void a_postal_worker_has_what_their_point_has_to_do_with_and_no_agency_is_a_point() {
        AccessPolicy policy = policy(NOW);
        String ward = Agencies.WARD.id();
        Subject item = Subject.of(ward).at(Set.of("LDG-0001", "LDG-0004"));
        Actor worker = new Actor("a", Set.of(Role.POSTAL_WORKER), "LDG-0004");

        assertThat(policy.allows(worker, AtThePost.SEE_ITEM, item)).isTrue();
        assertThat(policy.allows(worker, AtThePost.SEE_ITEM, Subject.ANY)).isTrue();
        assertThat(policy.allows(worker, AtThePost.SEE_ITEM, Subject.of(ward).at(Set.of("LDG-0002"))))
                .isFalse();
        assertThat(policy.allows(worker, AtThePost.SEE_ITEM, Subject.of(ward))).isFalse();
        assertThat(policy.allows(worker, AtThePost.SEE_ITEM, Subject.EVERYWHERE))
                .isFalse();
        for (@Nullable String agency : new String[] {null, ward}) {
            Actor lost = new Actor("a", Set.of(Role.POSTAL_WORKER), agency);
            assertThat(policy.allows(lost, AtThePost.SEE_ITEM, item)).isFalse();
        }
        assertThat(policy.allows(new Actor("a", Set.of(Role.RECEPTION_OFFICER), "LDG-0004"), AtThePost.SEE_ITEM, item))
                .isFalse();
    }
}
