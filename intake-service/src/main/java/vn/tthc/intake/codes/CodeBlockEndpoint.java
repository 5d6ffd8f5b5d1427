package vn.tthc.intake.codes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.contracts.reference.ReferenceEvent.CodesReserved;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.domain.CodeBlock;
import vn.tthc.intake.domain.CodeBlockCommand;
import vn.tthc.intake.dossier.Now;
import vn.tthc.intake.reference.Named;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** Sets dossier codes aside for an office that works on paper, and shows what became of them. */
@RestController
@Tag(name = "Codes", description = "Mã hồ sơ giữ trước / dossier codes set aside")
class CodeBlockEndpoint {
    private static final int MOST = 500;
    private static final int DAYS_AHEAD = 31;

    private final DossierCodes codes;
    private final Named catalogue;
    private final Commands commands;
    private final Streams streams;
    private final EventLog log;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;
    private final Now now;

    CodeBlockEndpoint(
            DossierCodes codes,
            Named catalogue,
            Commands commands,
            Streams streams,
            EventLog log,
            AccessPolicy access,
            Requests requests,
            Answers answers,
            Now now) {
        this.codes = codes;
        this.catalogue = catalogue;
        this.commands = commands;
        this.streams = streams;
        this.log = log;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
        this.now = now;
    }

    /**
     * What is to be set aside.
     *
     * @param agency id of the one-stop
     * @param day the day that stands in the codes; today where it is left out
     * @param count how many
     * @param reason what for; no personal data
     */
    record CodeBlockBody(
            @NotBlank @Size(max = 64) String agency,
            @Nullable LocalDate day,
            @NotNull @Min(1) @Max(MOST) Integer count,
            @NotBlank @Size(max = 500) String reason) {}

    /** Codes that were set aside. */
    record CodeBlockView(
            String id, String agency, LocalDate day, List<CodeView> codes, String reason, Instant reservedAt) {
        static CodeBlockView of(CodeBlock block) {
            CodesReserved reserved = Objects.requireNonNull(block.reserved(), "there is one");
            return new CodeBlockView(
                    reserved.block(),
                    reserved.agency(),
                    reserved.day(),
                    reserved.codes().stream()
                            .map(code -> new CodeView(code, block.used().get(code)))
                            .toList(),
                    reserved.reason(),
                    reserved.occurredAt());
        }
    }

    /** One of them; {@code dossierId} is the dossier that has it, absent while none has. */
    record CodeView(String code, @Nullable String dossierId) {}

    @Operation(
            summary = "Giữ trước một dãy mã hồ sơ / set dossier codes aside",
            description =
                    "For an office that works on paper while it is cut off. No other dossier is given one of them;"
                            + " a reception names the code of the slip in its field reserved.")
    @PostMapping("/api/v1/code-blocks")
    ResponseEntity<CodeBlockView> reserve(@Valid @RequestBody CodeBlockBody body, HttpServletRequest request) {
        access.require(requests.caller(request).actor(), IntakePermission.RESERVE_CODES, Subject.of(body.agency()));
        Agency agency = catalogue.agency("agency", body.agency());
        LocalDate today = VietnamTime.date(now.instant());
        LocalDate day = body.day() == null ? today : body.day();
        if (day.isBefore(today) || day.isAfter(today.plusDays(DAYS_AHEAD))) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "day",
                    FieldReason.INVALID,
                    "Chỉ giữ mã của hôm nay hoặc 31 ngày tới.",
                    "Codes are set aside for today or the next 31 days.")));
        }
        CommandContext context = requests.creation(request, body);
        String id = Ids.uuid("codes/" + context.commandId());
        // Numbers are taken only when this is not the repeat of what holds already.
        boolean known =
                log.byCommand(stream(id).toString(), context.commandId()).isPresent();
        List<String> taken = known ? List.of() : codes.aside(agency, day, body.count());
        Outcome outcome = commands.send(
                stream(id),
                new CodeBlockCommand.Reserve(
                        now.instant(),
                        id,
                        agency.ref(),
                        day,
                        taken,
                        body.reason().strip()),
                context);
        return answers.created(outcome, done -> URI.create("/api/v1/code-blocks/" + id), done -> asReserved(id));
    }

    /** As it was set aside: the answer to a repeat says nothing of what became of the codes since. */
    private CodeBlockView asReserved(String id) {
        return CodeBlockView.of(new CodeBlock(block(id).reserved(), Map.of()));
    }

    @Operation(
            summary = "Xem dãy mã đã giữ / codes that were set aside",
            description = "Which of them have a dossier, and which have none yet.")
    @GetMapping("/api/v1/code-blocks/{id}")
    CodeBlockView show(@PathVariable @Size(max = 64) String id, HttpServletRequest request) {
        access.require(requests.caller(request).actor(), IntakePermission.RESERVE_CODES, Subject.ANY);
        CodeBlockView view = view(id);
        access.require(requests.caller(request).actor(), IntakePermission.RESERVE_CODES, Subject.of(view.agency()));
        return view;
    }

    private CodeBlockView view(String id) {
        return CodeBlockView.of(block(id));
    }

    private CodeBlock block(String id) {
        CodeBlock block = streams.load(
                        stream(id), CodeBlock.NONE, (known, event) -> CodeBlock.evolve(known, (ReferenceEvent) event))
                .state();
        if (block.reserved() == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return block;
    }

    private static StreamId stream(String id) {
        return new StreamId(StreamType.CODES, id);
    }
}
