package vn.tthc.processing.absence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;
import vn.tthc.processing.ProcessingPermission;
import vn.tthc.processing.domain.Staff;
import vn.tthc.processing.domain.StaffCommand;

/** Somebody will be away, or is back. */
@RestController
@Tag(name = "Absence", description = "Vắng mặt và người thay thế / absences and who stands in")
class AbsencesEndpoint {
    private static final String ACCOUNT = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private final Absences absences;
    private final Commands commands;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;
    private final InstantSource clock;

    AbsencesEndpoint(
            Absences absences,
            Commands commands,
            AccessPolicy access,
            Requests requests,
            Answers answers,
            InstantSource clock) {
        this.absences = absences;
        this.commands = commands;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * An absence.
     *
     * @param officer the account; the caller's own when not said, another's only by a head
     * @param from its first moment
     * @param to the moment the officer is back
     * @param standIn the account that does the work meanwhile
     */
    record AbsenceRequest(
            @Pattern(regexp = ACCOUNT) @Nullable String officer,
            @NotNull Instant from,
            @NotNull Instant to,
            @NotNull @Pattern(regexp = ACCOUNT) String standIn) {}

    /** Nothing needs to be said. */
    record Return() {}

    /** The absence that was declared or ended. */
    record AbsenceAnswer(String absenceId, String officer) {}

    @Operation(
            summary = "Khai báo vắng mặt và người thay thế / declare an absence and who stands in",
            description =
                    "When it begins, the open work at the caller's agency goes to the stand-in, and so does what is assigned meanwhile.")
    @PostMapping("/api/v1/absences")
    ResponseEntity<AbsenceAnswer> declare(HttpServletRequest request, @RequestBody @Valid AbsenceRequest body) {
        Actor actor = requests.caller(request).actor();
        String officer = body.officer() == null ? actor.id() : body.officer();
        access.require(actor, permission(actor, officer), Subject.ANY);
        CommandContext context = requests.creation(request, body);
        String id = Ids.uuid("absence/" + officer + "/" + context.commandId());
        StaffCommand command = new StaffCommand.Declare(
                clock.instant(), id, officer, actor.agency(), body.from(), body.to(), body.standIn());
        return answers.of(
                commands.send(Absences.stream(officer), command, context), 201, done -> new AbsenceAnswer(id, officer));
    }

    @Operation(
            summary = "Trở lại làm việc / end an absence",
            description = "The officer is back before the time, or not away after all. Work stays where it is.")
    @PostMapping("/api/v1/absences/{officer}/{absenceId}/returns")
    ResponseEntity<AbsenceAnswer> end(
            HttpServletRequest request,
            @PathVariable @Pattern(regexp = ACCOUNT) String officer,
            @PathVariable String absenceId,
            @RequestBody(required = false) @Nullable Return body) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, permission(actor, officer), concerned(officer, absenceId));
        StaffCommand command = new StaffCommand.End(clock.instant(), absenceId);
        return answers.of(
                commands.send(Absences.stream(officer), command, requests.creation(request, body)),
                200,
                done -> new AbsenceAnswer(absenceId, officer));
    }

    private static ProcessingPermission permission(Actor actor, String officer) {
        return officer.equals(actor.id()) ? ProcessingPermission.DECLARE_ABSENCE : ProcessingPermission.ASSIGN;
    }

    /** The agency whose work the absence concerns; of one that is not known the domain says so. */
    private Subject concerned(String officer, String absenceId) {
        Staff.Absence absence = absences.of(officer).absences().get(absenceId);
        return absence == null || absence.agency() == null ? Subject.ANY : Subject.of(absence.agency());
    }
}
