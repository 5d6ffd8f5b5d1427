package vn.tthc.intake.delegation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.reference.Delegation;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.domain.Delegating;
import vn.tthc.intake.domain.DelegationCommand;
import vn.tthc.intake.dossier.Now;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.RolePolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** Delegates roles, and revokes what was delegated. */
@RestController
@Tag(name = "Delegation", description = "Ủy quyền / delegation of roles")
class DelegationEndpoint {
    private static final String ACCOUNT = "[\\x21-\\x7E]{1,128}";
    /** How events name whoever has not signed in. */
    private static final String NOT_SIGNED_IN = "anonymous";

    private final Commands commands;
    private final Streams streams;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;
    private final Now now;

    DelegationEndpoint(
            Commands commands, Streams streams, AccessPolicy access, Requests requests, Answers answers, Now now) {
        this.commands = commands;
        this.streams = streams;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
        this.now = now;
    }

    /**
     * Who may act in the caller's place.
     *
     * @param delegate the account
     * @param roles in these of the caller's roles
     * @param from first moment
     * @param to first moment when it is over
     * @param ground on what it rests, such as the article of a law; no personal data
     * @param decision number and date of the decision
     */
    record DelegationBody(
            @NotNull @Pattern(regexp = ACCOUNT) String delegate,
            @NotEmpty Set<@NotNull Role> roles,
            @NotNull Instant from,
            @NotNull Instant to,
            @NotBlank @Size(max = 500) String ground,
            @NotBlank @Size(max = 200) String decision) {}

    /** Why it ends before its time; no personal data. */
    record RevocationBody(@NotBlank @Size(max = 500) String reason) {}

    @Operation(
            summary = "Ủy quyền / delegate roles for a while",
            description =
                    "Only roles the caller holds in their own right, at the caller's agency. The delegate names it in"
                            + " Tthc-Delegation, and is recorded as acting on behalf of the caller. It ends by itself.")
    @PostMapping("/api/v1/delegations")
    ResponseEntity<DelegationView> grant(@Valid @RequestBody DelegationBody body, HttpServletRequest request) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, IntakePermission.DELEGATE, Subject.ANY);
        if (body.delegate().equals(NOT_SIGNED_IN)) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "delegate",
                    FieldReason.NOT_ALLOWED_VALUE,
                    "Chỉ ủy quyền cho một tài khoản.",
                    "A delegation is to an account.")));
        }
        CommandContext context = requests.creation(request, body);
        String id = Ids.uuid("delegation/" + context.commandId());
        Delegation delegation = new Delegation(
                id,
                Objects.requireNonNull(actor.agency(), "whoever may delegate acts for an agency"),
                actor.id(),
                body.delegate(),
                body.roles(),
                body.from(),
                body.to(),
                body.ground().strip(),
                body.decision().strip());
        DelegationCommand command = new DelegationCommand.Grant(now.instant(), delegation, actor, RolePolicy.DELEGABLE);
        return answers.of(
                commands.send(stream(id), command, context), 201, done -> DelegationView.of(delegation, null));
    }

    @Operation(
            summary = "Thu hồi ủy quyền / revoke a delegation",
            description = "By whoever delegated, or by a leader of the agency. What was done by it stays as it is.")
    @PostMapping("/api/v1/delegations/{id}/revocations")
    ResponseEntity<DelegationView> revoke(
            @PathVariable @Size(max = 64) String id,
            @Valid @RequestBody RevocationBody body,
            HttpServletRequest request) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, IntakePermission.DELEGATE, Subject.ANY);
        Delegation delegation = state(stream(id)).delegation();
        if (delegation == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        boolean own = delegation.delegator().equals(actor.id()) && actor.onBehalfOf() == null;
        access.require(
                actor,
                own ? IntakePermission.DELEGATE : IntakePermission.REVOKE_DELEGATION,
                Subject.of(delegation.agency()));
        DelegationCommand command =
                new DelegationCommand.Revoke(now.instant(), body.reason().strip());
        return answers.of(
                commands.send(stream(id), command, requests.creation(request, body)),
                200,
                done -> DelegationView.of(delegation, revokedAt(done.stream())));
    }

    private Instant revokedAt(String stream) {
        return Objects.requireNonNull(state(StreamId.parse(stream)).revokedAt(), "revoked just now");
    }

    private Delegating state(StreamId stream) {
        return streams.load(stream, Delegating.NONE, (known, event) -> Delegating.evolve(known, (ReferenceEvent) event))
                .state();
    }

    private static StreamId stream(String id) {
        return new StreamId(StreamType.DELEGATION, id);
    }
}
