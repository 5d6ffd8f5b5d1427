package vn.tthc.intake.submission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import vn.tthc.contracts.Actor;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.platform.access.AccessDenied;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.blob.Blobs;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.HttpJson;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** Keeps drafts for the citizen they belong to, and files them. */
@RestController
@Tag(name = "Drafts", description = "Bản nháp / drafts of filings")
class DraftEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(DraftEndpoint.class);
    private static final int LONGEST = 20_000;

    private final Drafts drafts;
    private final Filer filer;
    private final Blobs blobs;
    private final HttpJson json;
    private final Validator validator;
    private final AccessPolicy access;
    private final Requests requests;

    DraftEndpoint(
            Drafts drafts,
            Filer filer,
            Blobs blobs,
            HttpJson json,
            Validator validator,
            AccessPolicy access,
            Requests requests) {
        this.drafts = drafts;
        this.filer = filer;
        this.blobs = blobs;
        this.json = json;
        this.validator = validator;
        this.access = access;
        this.requests = requests;
    }

    /**
     * A form as far as it is filled in.
     *
     * @param form JSON text; looked at only when it is filed
     */
    record DraftBody(@NotNull @Size(max = LONGEST) String form) {
        @Override
        public String toString() {
            return "DraftBody[***]";
        }
    }

    /** A draft; {@code form} is not in lists, and {@code dossierId} is there once it was filed. */
    record DraftView(
            String id,
            @Nullable String form,
            Instant savedAt,
            Instant expiresAt,
            @Nullable String dossierId) {
        static DraftView of(Drafts.Draft draft, @Nullable String form) {
            return new DraftView(draft.id(), form, draft.savedAt(), draft.expiresAt(), draft.dossier());
        }

        @Override
        public String toString() {
            return "DraftView[" + id + "]";
        }
    }

    /** Drafts of an account, what was saved last first. */
    record DraftList(List<DraftView> drafts) {}

    @Operation(
            summary = "Lưu bản nháp / save a draft",
            description = "It is no dossier: no official sees it, and after a while it is gone.")
    @PostMapping("/api/v1/drafts")
    ResponseEntity<DraftView> save(@Valid @RequestBody DraftBody body, HttpServletRequest request) {
        Actor actor = citizen(request, null);
        filled(body);
        spared(body);
        Drafts.Draft draft = drafts.save(actor.id(), body.form());
        return ResponseEntity.created(URI.create("/api/v1/drafts/" + draft.id()))
                .body(DraftView.of(draft, body.form()));
    }

    @Operation(summary = "Bản nháp của tôi / my drafts", description = "Without their forms.")
    @GetMapping("/api/v1/drafts")
    DraftList mine(HttpServletRequest request) {
        Actor actor = citizen(request, null);
        return new DraftList(drafts.ofOwner(actor.id()).stream()
                .map(draft -> DraftView.of(draft, null))
                .toList());
    }

    @Operation(summary = "Xem bản nháp / a draft with its form", description = "For the account that saved it alone.")
    @GetMapping("/api/v1/drafts/{id}")
    DraftView show(@PathVariable @Size(max = 64) String id, HttpServletRequest request) {
        Drafts.Draft draft = own(id, request);
        return DraftView.of(draft, drafts.form(draft).orElse(null));
    }

    @Operation(
            summary = "Thay nội dung bản nháp / put another form in its place",
            description = "Its time begins anew. 409 DRAFT_SUBMITTED when it was filed.")
    @PostMapping("/api/v1/drafts/{id}/forms")
    DraftView replace(
            @PathVariable @Size(max = 64) String id, @Valid @RequestBody DraftBody body, HttpServletRequest request) {
        Drafts.Draft draft = own(id, request);
        filled(body);
        spared(body);
        return DraftView.of(drafts.replace(draft, body.form()), body.form());
    }

    @Operation(summary = "Xóa bản nháp / delete a draft", description = "A dossier it became stays.")
    @PostMapping("/api/v1/drafts/{id}/deletions")
    DraftView delete(@PathVariable @Size(max = 64) String id, HttpServletRequest request) {
        Drafts.Draft draft = own(id, request);
        drafts.delete(draft);
        return DraftView.of(draft, null);
    }

    @Operation(
            summary = "Nộp bản nháp / file a draft",
            description =
                    "Its form is what POST /api/v1/dossiers takes. It becomes one dossier; asked again, the answer"
                            + " is that dossier.")
    @PostMapping("/api/v1/drafts/{id}/submissions")
    ResponseEntity<SubmissionAnswer> submit(@PathVariable @Size(max = 64) String id, HttpServletRequest request) {
        Drafts.Draft draft = own(id, request);
        // The command is the draft's own, so that it files once however often and by how many it is asked.
        CommandContext context = new CommandContext(
                command(id), null, null, null, requests.creation(request, null).provenance());
        String identityNumber = requests.identityNumber(request).orElse(null);
        Drafts.Filing filing = drafts.filing(draft).orElse(null);
        if (filing == null) {
            return filer.again(context, identityNumber);
        }
        String form = drafts.form(filing.draft()).orElse(null);
        if (form == null && filer.hasFiled(context.commandId())) {
            // Its key went with its form, when somebody else had filed it.
            return filer.again(context, identityNumber);
        }
        ResponseEntity<SubmissionAnswer> answer = file(filing, form, context, identityNumber);
        try {
            drafts.filed(draft, Ids.uuid(context.commandId()));
        } catch (RuntimeException e) {
            // It is filed, and who files is told so. The draft is told by whoever looks at it next, out of the log.
            LOG.warn("A draft was filed and does not know it yet: {}", e.toString());
        }
        return answer;
    }

    private ResponseEntity<SubmissionAnswer> file(
            Drafts.Filing filing, @Nullable String form, CommandContext context, @Nullable String identityNumber) {
        try {
            SubmissionBody body =
                    read(Optional.ofNullable(form).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND)));
            access.require(context.provenance().actor(), IntakePermission.submit(body.channel()), Filer.subject(body));
            return filer.file(body, context, identityNumber);
        } catch (Problem | ConstraintViolationException | AccessDenied e) {
            // Anything else leaves it open whether it was filed, and then it is not changed for a while.
            drafts.refused(filing);
            throw e;
        }
    }

    private static String command(String draft) {
        return Ids.uuid("draft/" + draft);
    }

    private SubmissionBody read(String form) {
        SubmissionBody body;
        try {
            body = json.mapper().readValue(form, SubmissionBody.class);
        } catch (JacksonException e) {
            // Its message may quote the form.
            throw Problem.fields(List.of(FieldProblem.of(
                    "form",
                    FieldReason.INVALID,
                    "Bản nháp chưa đúng khuôn dạng của hồ sơ.",
                    "The draft has not the form of a filing.")));
        }
        Set<ConstraintViolation<SubmissionBody>> wrong = validator.validate(body);
        if (!wrong.isEmpty()) {
            throw new ConstraintViolationException(wrong);
        }
        return body;
    }

    private static void filled(DraftBody body) {
        if (body.form().isBlank()) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "form", FieldReason.REQUIRED, "Bản nháp chưa có nội dung.", "The draft is empty.")));
        }
    }

    /** Keeps what it names from being swept until the draft itself does. One that is not there is told when it is filed. */
    private void spared(DraftBody body) {
        DraftFiles.in(body.form()).forEach(blobs::spare);
    }

    private Drafts.Draft own(String id, HttpServletRequest request) {
        citizen(request, null);
        Drafts.Draft draft = drafts.find(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        citizen(request, draft.owner());
        // The log knows; a process that died after the command has not told the draft.
        return draft.dossier() == null && filer.hasFiled(command(id))
                ? drafts.filed(draft, Ids.uuid(command(id))).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND))
                : draft;
    }

    private Actor citizen(HttpServletRequest request, @Nullable String owner) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, IntakePermission.KEEP_DRAFTS, new Subject(Set.of(), owner));
        return actor;
    }
}
