package vn.tthc.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.OnBehalf;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Delegation;
import vn.tthc.platform.access.Delegations.Known;
import vn.tthc.platform.testing.Agencies;

/** Delegated roles count for whom, where and when they were delegated, and not a moment longer. */
class DelegatedRolesTest {
    private static final Instant FROM = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-12T01:00:00Z");
    private static final Instant MEANWHILE = FROM.plusSeconds(60);
    private static final Actor OFFICER = new Actor("binh", Set.of(Role.CASE_OFFICER), "ward");

    private enum Can implements Permission {
        RECEIVE(Set.of(Role.RECEPTION_OFFICER)),
        DECIDE(Set.of(Role.CASE_OFFICER)),
        SIGN(Set.of(Role.AGENCY_LEADER)),
        READ(Set.of(Role.AGENCY_LEADER, Role.CASE_OFFICER, Role.RECEPTION_OFFICER)),
        KEEP(Set.of(Role.ADMINISTRATOR));

        private final Set<Role> roles;

        Can(Set<Role> roles) {
            this.roles = roles;
        }

        @Override
        public Set<Role> roles() {
            return roles;
        }
    }

    private static Known known(@Nullable Instant revokedAt, Role... roles) {
        return new Known(
                new Delegation("d", "ward", "an", "binh", Set.of(roles), FROM, TO, "Quy chế", "1/QĐ"), revokedAt);
    }

    private static RolePolicy policy(Instant now, Known known) {
        return new RolePolicy(
                () -> AgencyTree.EMPTY, id -> id.equals("d") ? Optional.of(known) : Optional.empty(), () -> now);
    }

    private static Actor standIn(RolePolicy policy) {
        return policy.inPlaceOf(OFFICER, "d").orElseThrow();
    }

    @Test
    void the_delegate_acts_in_the_delegated_role_and_is_recorded_as_doing_so() {
        RolePolicy policy = policy(MEANWHILE, known(null, Role.RECEPTION_OFFICER));

        Actor standIn = standIn(policy);

        assertThat(standIn)
                .isEqualTo(new Actor("binh", Set.of(Role.RECEPTION_OFFICER), "ward", new OnBehalf("d", "an")));
        assertThat(policy.allows(standIn, Can.RECEIVE, Subject.of("ward"))).isTrue();
        assertThat(policy.scope(standIn, Can.READ).agencies()).containsExactly("ward");
        assertThat(policy.allows(OFFICER, Can.RECEIVE, Subject.of("ward"))).isFalse();
    }

    @Test
    void acting_for_another_one_has_none_of_ones_own_roles() {
        RolePolicy policy = policy(MEANWHILE, known(null, Role.RECEPTION_OFFICER));

        assertThat(policy.allows(standIn(policy), Can.DECIDE, Subject.of("ward")))
                .isFalse();
        assertThat(policy.allows(standIn(policy), Can.RECEIVE, Subject.of("other-ward")))
                .isFalse();
    }

    @Test
    void it_counts_from_its_first_moment_and_ends_by_itself() {
        Known known = known(null, Role.RECEPTION_OFFICER);
        Actor standIn = standIn(policy(MEANWHILE, known));

        assertThat(policy(FROM.minusNanos(1), known).inPlaceOf(OFFICER, "d")).isEmpty();
        assertThat(policy(FROM, known).inPlaceOf(OFFICER, "d")).isPresent();
        assertThat(policy(TO.minusNanos(1), known).inPlaceOf(OFFICER, "d")).isPresent();
        assertThat(policy(TO, known).inPlaceOf(OFFICER, "d")).isEmpty();
        assertThat(policy(TO.minusNanos(1), known).allows(standIn, Can.RECEIVE, Subject.of("ward")))
                .isTrue();
        assertThat(policy(TO, known).allows(standIn, Can.RECEIVE, Subject.of("ward")))
                .isFalse();
        assertThat(policy(TO, known).scope(standIn, Can.READ).nothing()).isTrue();
    }

    @Test
    void revoked_it_is_over_from_that_moment() {
        Instant revoked = MEANWHILE.plusSeconds(1);
        Known known = known(revoked, Role.RECEPTION_OFFICER);

        assertThat(policy(MEANWHILE, known).inPlaceOf(OFFICER, "d")).isPresent();
        assertThat(policy(revoked, known).inPlaceOf(OFFICER, "d")).isEmpty();
    }

    @Test
    void it_is_for_its_delegate_and_for_people_of_the_agency_but_a_leaders_deputy_may_be_from_elsewhere() {
        RolePolicy officers = policy(MEANWHILE, known(null, Role.RECEPTION_OFFICER));
        RolePolicy leaders = policy(MEANWHILE, known(null, Role.AGENCY_LEADER));
        Actor elsewhere = new Actor("binh", Set.of(Role.HEAD_OF_UNIT), "department");

        assertThat(officers.inPlaceOf(new Actor("chi", Set.of(Role.CASE_OFFICER), "ward"), "d"))
                .isEmpty();
        assertThat(officers.inPlaceOf(elsewhere, "d")).isEmpty();
        assertThat(officers.inPlaceOf(OFFICER, "another")).isEmpty();
        Actor deputy = leaders.inPlaceOf(elsewhere, "d").orElseThrow();
        assertThat(leaders.allows(deputy, Can.SIGN, Subject.of("ward"))).isTrue();
        assertThat(leaders.scope(deputy, Can.READ).agencies()).containsExactly("ward");
    }

    @Test
    void a_deputy_from_elsewhere_is_nothing_but_the_leaders_deputy() {
        RolePolicy both = policy(MEANWHILE, known(null, Role.AGENCY_LEADER, Role.CASE_OFFICER));

        assertThat(both.inPlaceOf(new Actor("binh", Set.of(Role.HEAD_OF_UNIT), "department"), "d"))
                .isEmpty();
        assertThat(both.inPlaceOf(OFFICER, "d")).isPresent();
    }

    @Test
    void who_is_no_official_of_any_agency_stands_in_for_nobody() {
        RolePolicy leaders = policy(MEANWHILE, known(null, Role.AGENCY_LEADER));

        assertThat(leaders.inPlaceOf(new Actor("binh", Set.of(Role.CITIZEN), null), "d"))
                .isEmpty();
        assertThat(leaders.inPlaceOf(new Actor("binh", Set.of(Role.CASE_OFFICER), null), "d"))
                .isEmpty();
        assertThat(leaders.inPlaceOf(new Actor("binh", Set.of(Role.POSTAL_WORKER), "LDG-0001"), "d"))
                .isEmpty();
        assertThat(leaders.inPlaceOf(new Actor("binh", Set.of(), "ward"), "d")).isEmpty();
    }

    @Test
    void who_was_an_official_of_an_agency_that_is_no_more_stands_in_for_nobody() {
        Delegation granted = new Delegation(
                "d", Agencies.WARD.id(), "an", "binh", Set.of(Role.AGENCY_LEADER), FROM, TO, "Quy chế", "1/QĐ");
        RolePolicy policy =
                new RolePolicy(() -> Agencies.TREE, id -> Optional.of(new Known(granted, null)), () -> MEANWHILE);

        for (Agency ended : List.of(Agencies.OLD_DISTRICT, Agencies.OLD_WARD)) {
            assertThat(policy.inPlaceOf(new Actor("binh", Set.of(Role.AGENCY_LEADER), ended.id()), "d"))
                    .isEmpty();
        }
        assertThat(policy.inPlaceOf(new Actor("binh", Set.of(Role.HEAD_OF_UNIT), Agencies.DEPARTMENT.id()), "d"))
                .isPresent();
    }

    @Test
    void nobody_gets_by_a_delegation_what_it_does_not_give() {
        RolePolicy policy = policy(MEANWHILE, known(null, Role.RECEPTION_OFFICER));
        OnBehalf told = new OnBehalf("d", "an");

        assertThat(policy.allows(new Actor("binh", Set.of(Role.AGENCY_LEADER), "ward", told), Can.SIGN, Subject.ANY))
                .isFalse();
        assertThat(policy.allows(
                        new Actor("binh", Set.of(Role.RECEPTION_OFFICER), "other-ward", told),
                        Can.RECEIVE,
                        Subject.of("other-ward")))
                .isFalse();
        assertThat(policy.allows(
                        new Actor("binh", Set.of(Role.RECEPTION_OFFICER), "ward", new OnBehalf("d", "dung")),
                        Can.RECEIVE,
                        Subject.of("ward")))
                .isFalse();
        RolePolicy keepers = policy(MEANWHILE, known(null, Role.ADMINISTRATOR));
        Actor keeper = new Actor("binh", Set.of(Role.ADMINISTRATOR), "ward", told);
        assertThat(keepers.allows(keeper, Can.KEEP, Subject.EVERYWHERE)).isFalse();
    }
}
