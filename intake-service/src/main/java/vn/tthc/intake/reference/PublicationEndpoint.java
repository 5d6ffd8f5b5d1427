package vn.tthc.intake.reference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** Publishes versions of procedures and calendars, and shows every one there was. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Publications", description = "Công bố thủ tục, lịch làm việc / publishing procedures and calendars")
class PublicationEndpoint {
    private final Publications publications;
    private final ReferenceStreams streams;
    private final Catalogue catalogue;
    private final AccessPolicy access;
    private final Requests requests;

    PublicationEndpoint(
            Publications publications,
            ReferenceStreams streams,
            Catalogue catalogue,
            AccessPolicy access,
            Requests requests) {
        this.publications = publications;
        this.streams = streams;
        this.catalogue = catalogue;
        this.access = access;
        this.requests = requests;
    }

    /** What is published now. */
    record PublishedProcedure(String pin, Instant publishedAt, String contentHash) {}

    /** Every version of a procedure, newest first. */
    record Versions(List<Procedure> versions) {}

    /**
     * A calendar's version.
     *
     * @param content in the line format of the shipped calendars
     * @param decision number and date of the decision it rests on
     */
    record CalendarBody(
            @NotBlank @Size(max = 200_000) String content,
            @NotBlank @Size(max = 500) String decision) {}

    /** What is published. */
    record PublishedCalendar(
            String calendar,
            String version,
            Instant publishedAt,
            @Nullable String decision,
            String contentHash) {
        static PublishedCalendar of(ReferenceEvent.CalendarPublished event) {
            return new PublishedCalendar(
                    event.calendar(), event.version(), event.occurredAt(), event.decision(), event.contentHash());
        }
    }

    /** Every version of a calendar, oldest first. */
    record CalendarVersions(List<PublishedCalendar> versions) {}

    @Operation(
            summary = "Công bố phiên bản thủ tục / publish a procedure's version",
            description =
                    "201 when new, 200 when published alike before, 400 with every reason why it cannot work, 409 when"
                            + " the version has other content. Dossiers received under an older version keep it.")
    @PostMapping("/procedures")
    ResponseEntity<PublishedProcedure> publish(@RequestBody Procedure procedure, HttpServletRequest request) {
        access.require(requests.caller(request).actor(), IntakePermission.PUBLISH_CATALOGUE, Subject.ANY);
        List<FieldProblem> problems = ProcedureShape.problems(procedure);
        if (!problems.isEmpty()) {
            throw Problem.fields(problems);
        }
        CommandContext context = requests.recorded(request, procedure, "procedure|" + procedure.pin());
        Publications.Published<ReferenceEvent.ProcedurePublished> published =
                publications.procedure(procedure, context);
        return ResponseEntity.status(published.repeated() ? 200 : 201)
                .body(new PublishedProcedure(
                        procedure.pin(),
                        published.event().occurredAt(),
                        published.event().contentHash()));
    }

    @Operation(summary = "Mọi phiên bản của thủ tục / every version of a procedure, newest first")
    @GetMapping("/procedures/{code}/versions")
    Versions versions(@PathVariable String code, HttpServletRequest request) {
        access.require(requests.caller(request).actor(), IntakePermission.VIEW_CATALOGUE, Subject.ANY);
        List<Procedure> versions = catalogue.versions(code);
        if (versions.isEmpty()) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return new Versions(versions);
    }

    @Operation(
            summary = "Công bố phiên bản lịch làm việc / publish a calendar's version",
            description =
                    "201 when new, 200 when published alike before. The due dates of open live dossiers that it moves"
                            + " are computed anew in the background, each with an event of its own.")
    @PostMapping("/calendars")
    ResponseEntity<PublishedCalendar> publish(@Valid @RequestBody CalendarBody body, HttpServletRequest request) {
        access.require(requests.caller(request).actor(), IntakePermission.PUBLISH_CATALOGUE, Subject.ANY);
        CommandContext context = requests.recorded(request, body, "calendar");
        Publications.Published<ReferenceEvent.CalendarPublished> published =
                publications.calendar(body.content(), body.decision().strip(), context);
        return ResponseEntity.status(published.repeated() ? 200 : 201).body(PublishedCalendar.of(published.event()));
    }

    @Operation(summary = "Mọi phiên bản của lịch làm việc / every version of a calendar, oldest first")
    @GetMapping("/calendars/{id}")
    CalendarVersions calendar(@PathVariable String id, HttpServletRequest request) {
        access.require(requests.caller(request).actor(), IntakePermission.VIEW_CATALOGUE, Subject.ANY);
        List<PublishedCalendar> versions = streams.past(new StreamId(StreamType.CALENDAR, id)).events().stream()
                .filter(ReferenceEvent.CalendarPublished.class::isInstance)
                .map(ReferenceEvent.CalendarPublished.class::cast)
                .map(PublishedCalendar::of)
                .toList();
        if (versions.isEmpty()) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return new CalendarVersions(versions);
    }
}
