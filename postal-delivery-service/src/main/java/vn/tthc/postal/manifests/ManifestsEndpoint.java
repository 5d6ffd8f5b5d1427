package vn.tthc.postal.manifests;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.postal.ManifestEvent;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.command.Streams.Loaded;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.Sequences;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.domain.ManifestCommand;
import vn.tthc.postal.domain.ManifestState;
import vn.tthc.postal.items.ItemSubjects;
import vn.tthc.postal.reference.PostalPoints;

/** Begins manifests, shows them and lists them. */
@RestController
@Tag(name = "Manifests", description = "Bản kê / manifests")
class ManifestsEndpoint {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final ManifestReader manifests;
    private final ManifestLists lists;
    private final DocumentStore documents;
    private final PostalPoints points;
    private final ItemSubjects subjects;
    private final Sequences sequences;
    private final Commands commands;
    private final Streams streams;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;
    private final InstantSource clock;

    ManifestsEndpoint(
            ManifestReader manifests,
            ManifestLists lists,
            DocumentStore documents,
            PostalPoints points,
            ItemSubjects subjects,
            Sequences sequences,
            Commands commands,
            Streams streams,
            AccessPolicy access,
            Requests requests,
            Answers answers,
            InstantSource clock) {
        this.manifests = manifests;
        this.lists = lists;
        this.documents = documents;
        this.points = points;
        this.subjects = subjects;
        this.sequences = sequences;
        this.commands = commands;
        this.streams = streams;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Begins a manifest.
     *
     * @param from postal point it leaves from
     * @param to postal point it goes to
     */
    record ManifestBody(
            @NotBlank @Size(max = 40) String from,
            @NotBlank @Size(max = 40) String to) {}

    /** What was begun. */
    record ManifestOpened(String manifestId, String number, long version) {}

    @Operation(
            summary = "Lập bản kê / begin a manifest",
            description = "At the point it leaves from. Its number is unique: point, day, count.")
    @PostMapping("/api/v1/manifests")
    ResponseEntity<ManifestOpened> open(HttpServletRequest request, @RequestBody @Valid ManifestBody body) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, PostalPermission.WORK_MANIFEST, Subject.ANY);
        requirePoint("from", body.from());
        requirePoint("to", body.to());
        if (body.from().equals(body.to())) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "to",
                    FieldReason.INVALID,
                    "Điểm đến phải khác điểm đi.",
                    "It goes to another point than it leaves from.")));
        }
        access.require(actor, PostalPermission.WORK_MANIFEST, Subject.ANY.at(Set.of(body.from())));
        CommandContext context = requests.creation(request, body);
        StreamId stream = new StreamId(StreamType.MANIFEST, Ids.uuid("manifest|" + context.commandId()));
        Instant now = clock.instant();
        ManifestCommand command = new ManifestCommand.Open(now, number(body.from(), now), body.from(), body.to());
        Outcome outcome = commands.send(stream, command, context);
        return answers.created(
                outcome,
                done -> URI.create("/api/v1/manifests/" + stream.id()),
                done -> new ManifestOpened(stream.id(), number(stream), done.version()));
    }

    private String number(String point, Instant now) {
        String day = VietnamTime.date(now).format(DAY);
        return "BK-%s-%s-%03d".formatted(point, day, sequences.take("manifest-" + point + "-" + day, 1));
    }

    /** From the stream, so that a repeat is answered with the number of the first. */
    private String number(StreamId stream) {
        return streams.first(stream.toString()).getFirst() instanceof ManifestEvent.Opened opened
                ? opened.number()
                : "";
    }

    private void requirePoint(String field, String point) {
        if (points.find(point).isEmpty()) {
            throw Problem.fields(List.of(FieldProblem.of(
                    field, FieldReason.UNKNOWN, "Không có điểm bưu chính này.", "There is no such postal point.")));
        }
    }

    @Operation(
            summary = "Xem bản kê / show a manifest",
            description = "With everything on it, and after acceptance the missing and the unexpected.")
    @GetMapping("/api/v1/manifests/{manifestId}")
    ResponseEntity<ManifestView> get(HttpServletRequest request, @PathVariable String manifestId) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, PostalPermission.READ_MANIFEST, Subject.ANY);
        StreamId stream = ManifestReader.stream(manifestId);
        Loaded<ManifestState.Known> loaded = manifests.get(stream);
        ManifestEvent.Opened opened = loaded.state().opened();
        access.require(actor, PostalPermission.READ_MANIFEST, subjects.atPoints(Set.of(opened.from(), opened.to())));
        return answers.state(stream, loaded.version(), ManifestView.of(manifestId, loaded.state()));
    }

    @Operation(
            summary = "Danh sách bản kê của một điểm / the manifests of a point",
            description = "The newest first: those that leave from it or go to it, by how far they have come.")
    @GetMapping("/api/v1/manifests")
    ManifestLists.Found list(
            HttpServletRequest request,
            @RequestParam @Size(min = 1, max = 40) String point,
            @RequestParam ManifestLists.Side side,
            @RequestParam ManifestState.Phase phase,
            @RequestParam(required = false) @Size(max = 500) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        access.require(
                requests.caller(request).actor(), PostalPermission.READ_MANIFEST, subjects.atPoints(Set.of(point)));
        try {
            return lists.find(documents, side, point, phase, after, limit);
        } catch (IllegalArgumentException e) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "after",
                    FieldReason.INVALID,
                    "Không phải vị trí trang hợp lệ.",
                    "Not where a page of this list ended.")));
        }
    }
}
