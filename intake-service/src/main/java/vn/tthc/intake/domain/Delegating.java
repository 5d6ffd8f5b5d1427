package vn.tthc.intake.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.reference.Delegation;
import vn.tthc.contracts.reference.ReferenceEvent;

/**
 * A delegation of roles (ủy quyền): for a time, on a ground and a decision that are recorded, by who holds the roles in
 * their own right. It ends by itself, or by being revoked.
 *
 * @param delegation what was delegated, null before it was
 * @param revokedAt when it was revoked, null when it was not
 */
public record Delegating(
        @Nullable Delegation delegation, @Nullable Instant revokedAt) {
    /** The longest a delegation lasts: a year (unsourced). */
    static final Duration LONGEST = Duration.ofDays(366);

    /** Nothing was delegated. */
    public static final Delegating NONE = new Delegating(null, null);

    /** What follows from a command, or why it may not be. */
    public static Decision<ReferenceEvent> decide(Delegating state, DelegationCommand command) {
        return switch (command) {
            case DelegationCommand.Grant grant -> state.grant(grant);
            case DelegationCommand.Revoke revoke -> state.revoke(revoke);
        };
    }

    private Decision<ReferenceEvent> grant(DelegationCommand.Grant command) {
        Delegation wanted = command.delegation();
        if (delegation != null) {
            return Decision.refuse(DelegationProblem.DELEGATION_EXISTS);
        }
        if (command.by().onBehalfOf() != null) {
            return Decision.refuse(DelegationProblem.DELEGATED_ROLE, "roles", Map.of());
        }
        if (!command.delegable().containsAll(wanted.roles())) {
            return Decision.refuse(DelegationProblem.ROLE_NOT_DELEGABLE, "roles", Map.of());
        }
        if (!command.by().roles().containsAll(wanted.roles())) {
            return Decision.refuse(DelegationProblem.ROLE_NOT_HELD, "roles", Map.of("roles", held(command)));
        }
        if (wanted.delegate().equals(wanted.delegator())) {
            return Decision.refuse(DelegationProblem.DELEGATION_TO_ONESELF, "delegate", Map.of());
        }
        if (!wanted.from().isBefore(wanted.to())
                || !wanted.to().isAfter(command.at())
                || Duration.between(wanted.from(), wanted.to()).compareTo(LONGEST) > 0) {
            return Decision.refuse(DelegationProblem.DELEGATION_WITHOUT_TIME, "to", Map.of());
        }
        return Decision.accept(new ReferenceEvent.DelegationGranted(command.at(), wanted));
    }

    private static String held(DelegationCommand.Grant command) {
        Set<Role> held = new TreeSet<>(command.by().roles());
        held.retainAll(command.delegable());
        return held.stream().map(Role::name).collect(Collectors.joining(", "));
    }

    private Decision<ReferenceEvent> revoke(DelegationCommand.Revoke command) {
        if (delegation == null) {
            return Decision.refuse(DelegationProblem.UNKNOWN_DELEGATION);
        }
        if (revokedAt != null || !command.at().isBefore(delegation.to())) {
            return Decision.refuse(DelegationProblem.DELEGATION_OVER);
        }
        return Decision.accept(new ReferenceEvent.DelegationRevoked(command.at(), delegation.id(), command.reason()));
    }

    /** The state after an event. */
    public static Delegating evolve(Delegating state, ReferenceEvent event) {
        return switch (event) {
            case ReferenceEvent.DelegationGranted e -> new Delegating(e.delegation(), null);
            case ReferenceEvent.DelegationRevoked e -> new Delegating(state.delegation, e.occurredAt());
            case ReferenceEvent.ProcedurePublished e -> state;
            case ReferenceEvent.AgencyRegistered e -> state;
            case ReferenceEvent.CalendarPublished e -> state;
            case ReferenceEvent.CodesReserved e -> state;
            case ReferenceEvent.CodeUsed e -> state;
        };
    }
}
