package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.OnBehalf;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.reference.Delegation;
import vn.tthc.contracts.reference.ReferenceEvent;

class DelegatingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant TO = NOW.plusSeconds(86_400);
    private static final Set<Role> DELEGABLE = Set.of(Role.CASE_OFFICER, Role.AGENCY_LEADER);
    private static final Actor LEADER = new Actor("an", Set.of(Role.AGENCY_LEADER, Role.INSPECTOR), "ward");

    private static Delegation delegation(String delegate, Instant from, Instant to, Role... roles) {
        return new Delegation("d", "ward", "an", delegate, Set.of(roles), from, to, "Quy chế làm việc", "1/QĐ");
    }

    private static final Delegation USUAL = delegation("binh", NOW, TO, Role.AGENCY_LEADER);

    private static Delegating granted() {
        return Delegating.evolve(Delegating.NONE, new ReferenceEvent.DelegationGranted(NOW, USUAL));
    }

    private static DelegationCommand grant(Delegation delegation) {
        return new DelegationCommand.Grant(NOW, delegation, LEADER, DELEGABLE);
    }

    private static DelegationProblem refused(Delegating state, DelegationCommand command) {
        return (DelegationProblem) ((Decision.Refused<ReferenceEvent>) Delegating.decide(state, command))
                .refusal()
                .code();
    }

    @Test
    void who_holds_a_role_delegates_it_for_a_time() {
        assertThat(Delegating.decide(Delegating.NONE, grant(USUAL)))
                .isEqualTo(Decision.accept(new ReferenceEvent.DelegationGranted(NOW, USUAL)));
    }

    @Test
    void nobody_delegates_for_more_than_a_year() {
        Instant last = NOW.plus(Delegating.LONGEST);
        Delegation longest = delegation("binh", NOW, last, Role.AGENCY_LEADER);

        assertThat(Delegating.decide(Delegating.NONE, grant(longest)))
                .isEqualTo(Decision.accept(new ReferenceEvent.DelegationGranted(NOW, longest)));
        assertThat(refused(Delegating.NONE, grant(delegation("binh", NOW, last.plusNanos(1), Role.AGENCY_LEADER))))
                .isEqualTo(DelegationProblem.DELEGATION_WITHOUT_TIME);
    }

    @Test
    void who_acts_by_delegation_delegates_no_further() {
        Actor deputy = new Actor("an", Set.of(Role.AGENCY_LEADER), "ward", new OnBehalf("x", "dung"));
        assertThat(refused(Delegating.NONE, new DelegationCommand.Grant(NOW, USUAL, deputy, DELEGABLE)))
                .isEqualTo(DelegationProblem.DELEGATED_ROLE);
    }

    @Test
    void who_delegates_what_he_has_not_is_told_what_he_could_delegate() {
        assertThat(Delegating.decide(Delegating.NONE, grant(delegation("binh", NOW, TO, Role.CASE_OFFICER))))
                .isEqualTo(Decision.refuse(DelegationProblem.ROLE_NOT_HELD, "roles", Map.of("roles", "AGENCY_LEADER")));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThat(refused(Delegating.NONE, grant(delegation("binh", NOW, TO, Role.CASE_OFFICER))))
                .isEqualTo(DelegationProblem.ROLE_NOT_HELD);
        assertThat(refused(Delegating.NONE, grant(delegation("binh", NOW, TO, Role.INSPECTOR))))
                .isEqualTo(DelegationProblem.ROLE_NOT_DELEGABLE);
        assertThat(refused(Delegating.NONE, grant(delegation("an", NOW, TO, Role.AGENCY_LEADER))))
                .isEqualTo(DelegationProblem.DELEGATION_TO_ONESELF);
        assertThat(refused(Delegating.NONE, grant(delegation("binh", TO, NOW, Role.AGENCY_LEADER))))
                .isEqualTo(DelegationProblem.DELEGATION_WITHOUT_TIME);
        assertThat(refused(Delegating.NONE, grant(delegation("binh", NOW.minusSeconds(9), NOW, Role.AGENCY_LEADER))))
                .isEqualTo(DelegationProblem.DELEGATION_WITHOUT_TIME);
        assertThat(refused(granted(), grant(USUAL))).isEqualTo(DelegationProblem.DELEGATION_EXISTS);
    }

    @Test
    void it_is_revoked_once_while_it_lasts() {
        DelegationCommand revoke = new DelegationCommand.Revoke(NOW.plusSeconds(1), "đã trở lại");
        ReferenceEvent revoked = new ReferenceEvent.DelegationRevoked(NOW.plusSeconds(1), "d", "đã trở lại");
        assertThat(Delegating.decide(granted(), revoke)).isEqualTo(Decision.accept(revoked));
        assertThat(refused(Delegating.evolve(granted(), revoked), revoke)).isEqualTo(DelegationProblem.DELEGATION_OVER);
        assertThat(refused(granted(), new DelegationCommand.Revoke(TO, "muộn")))
                .isEqualTo(DelegationProblem.DELEGATION_OVER);
        assertThat(refused(Delegating.NONE, revoke)).isEqualTo(DelegationProblem.UNKNOWN_DELEGATION);
    }
}
