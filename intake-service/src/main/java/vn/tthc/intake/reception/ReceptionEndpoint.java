package vn.tthc.intake.reception;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.codes.DossierCodes;
import vn.tthc.intake.domain.DossierState.Filing;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.Lookups;
import vn.tthc.law.Channel;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;

/** Receives a dossier. */
@RestController
@Tag(name = "Reception", description = "Tiếp nhận / reception")
class ReceptionEndpoint {
    private final Receptions receptions;
    private final Dossiers dossiers;
    private final Lookups lookups;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    ReceptionEndpoint(
            Receptions receptions,
            Dossiers dossiers,
            Lookups lookups,
            AccessPolicy access,
            Requests requests,
            Answers answers) {
        this.receptions = receptions;
        this.dossiers = dossiers;
        this.lookups = lookups;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    /**
     * What was handed in.
     *
     * @param components the papers by component; left out where they are not counted here
     * @param reserved the code that stands on a slip filled in by hand; left out where the next one is to be given
     */
    record ReceptionBody(
            @Size(max = 100) @Nullable List<@NotNull @Valid PaperBody> components,
            @Valid @Nullable ReservedBody reserved) {
        @Nullable
        List<DossierEvent.Paper> papers() {
            return components == null
                    ? null
                    : components.stream().map(PaperBody::paper).toList();
        }
    }

    /** A code that was set aside; {@code block} names the codes it is one of. */
    record ReservedBody(
            @NotBlank @Size(max = 64) String block,
            @NotBlank @Size(max = 64) String code) {
        DossierCodes.Reserved reserved() {
            return new DossierCodes.Reserved(block, code);
        }
    }

    /** A paper; {@code kind} is ORIGINAL, COPY or DIGITAL. */
    record PaperBody(
            @NotBlank @Size(max = 64) String component,

            @NotNull @Pattern(regexp = "ORIGINAL|COPY|DIGITAL")
            String kind,

            @NotNull @Min(1) @Max(1000) Integer count,

            @Nullable Boolean digitised,
            @Nullable Boolean reused) {
        DossierEvent.Paper paper() {
            return new DossierEvent.Paper(
                    component, kind, count, Boolean.TRUE.equals(digitised), Boolean.TRUE.equals(reused));
        }
    }

    /**
     * What the receipt slip says.
     *
     * @param dossierId the dossier
     * @param code dossier code
     * @param receivedAt when it was received
     * @param dueAt due date; absent where the procedure has none
     * @param calendarVersion the calendar it was computed with
     * @param number look-up number
     * @param secret look-up secret, to be printed on the slip of a dossier filed on paper; who filed online has it
     */
    record ReceptionAnswer(
            String dossierId,
            String code,
            Instant receivedAt,
            @Nullable Instant dueAt,
            String calendarVersion,
            @Nullable String number,
            @Nullable String secret) {

        @Override
        public String toString() {
            return "ReceptionAnswer[" + dossierId + "]";
        }
    }

    @Operation(
            summary = "Tiếp nhận hồ sơ / receive: gives the code and the due date",
            description = "Needs If-Match with the version seen. 409 when it is not waiting for reception, or when the"
                    + " components told are not complete. A code that was set aside is named once: 409 CODE_ALREADY_USED"
                    + " when another dossier has it, CODE_NOT_RESERVED when it was not set aside for this one-stop.")
    @PostMapping("/api/v1/dossiers/{id}/receptions")
    ResponseEntity<ReceptionAnswer> receive(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable ReceptionBody body,
            HttpServletRequest request) {
        ReceptionBody told = body == null ? new ReceptionBody(null, null) : body;
        Found dossier = dossiers.find(id);
        access.require(requests.caller(request).actor(), IntakePermission.RECEIVE, dossier.desk());
        CommandContext context = requests.decision(request, told, dossier.stream());
        Outcome outcome = dossiers.decide(
                dossier,
                context,
                given -> receptions.command(
                        dossier,
                        told.papers(),
                        told.reserved() == null ? null : told.reserved().reserved(),
                        given));
        return answers.of(outcome, 200, done -> answer(dossier, done));
    }

    private ReceptionAnswer answer(Found dossier, Outcome.Done done) {
        DossierEvent.Received received = dossiers.recorded(done, DossierEvent.Received.class);
        String dossierId = dossier.stream().id();
        Filing filing = dossier.state().filing();
        boolean onPaper = filing != null && filing.channel() != Channel.ONLINE;
        Lookups.@Nullable Slip slip = onPaper && dossier.state().lookup() != null
                ? lookups.slip(dossierId, dossier.state().lookup())
                : null;
        return new ReceptionAnswer(
                dossierId,
                received.code(),
                received.occurredAt(),
                received.dueAt(),
                received.calendarVersion(),
                slip == null ? null : slip.number(),
                slip == null ? null : slip.secret());
    }
}
