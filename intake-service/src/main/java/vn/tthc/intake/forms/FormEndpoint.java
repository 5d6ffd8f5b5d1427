package vn.tthc.intake.forms;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Role;
import vn.tthc.forms.Form;
import vn.tthc.forms.FormAnswers;
import vn.tthc.forms.FormKind;
import vn.tthc.forms.FormList;
import vn.tthc.forms.FormView;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.Now;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.person.ReadLog;
import vn.tthc.platform.person.ReadPurpose;
import vn.tthc.platform.person.Reading;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/**
 * Gives out the forms of a dossier. They name persons: officials say what for, and that is on record before; the account
 * that filed the dossier reads what it filed itself.
 */
@RestController
@Tag(name = "Forms", description = "Các mẫu của hồ sơ / the forms of a dossier")
class FormEndpoint {
    private final Dossiers dossiers;
    private final IntakeForms forms;
    private final ReadLog readLog;
    private final Now now;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    FormEndpoint(
            Dossiers dossiers,
            IntakeForms forms,
            ReadLog readLog,
            Now now,
            AccessPolicy access,
            Requests requests,
            Answers answers) {
        this.dossiers = dossiers;
        this.forms = forms;
        this.readLog = readLog;
        this.now = now;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    @Operation(
            summary = "Các mẫu có căn cứ để lập / the forms there are grounds for",
            description = "Of the circular in force when the dossier came in; no personal data.")
    @GetMapping("/api/v1/dossiers/{id}/forms")
    ResponseEntity<FormList> list(@PathVariable String id, HttpServletRequest request) {
        Found dossier = dossiers.find(id);
        access.require(
                requests.caller(request).actor(), IntakePermission.VIEW_DOSSIER, dossier.viewedAs(owner(dossier)));
        return answers.state(
                dossier.stream(), dossier.version(), forms.grounds(dossier).list());
    }

    @Operation(
            summary = "Một mẫu dưới dạng dữ liệu / a form as data",
            description = "With plain personal data, so whoever did not file the dossier says what for.")
    @GetMapping("/api/v1/dossiers/{id}/forms/{form}")
    ResponseEntity<FormView> data(
            @PathVariable String id,
            @PathVariable FormKind form,
            @RequestParam(required = false) @Min(1) @Max(1000) @Nullable Integer nth,
            @RequestParam(required = false) @Nullable ReadPurpose purpose,
            @RequestParam(required = false) @Pattern(regexp = "[0-9A-Za-zĐđ./-]{1,64}") @Nullable String reference,
            HttpServletRequest request) {
        Found dossier = allowed(id, request);
        return FormAnswers.data(drawn(dossier, form, nth, purpose, reference, request));
    }

    @Operation(
            summary = "Một mẫu để in / a form to print",
            description = "A PDF with its fonts in it; the same content as the data, to the letter.")
    @GetMapping(path = "/api/v1/dossiers/{id}/forms/{form}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> page(
            @PathVariable String id,
            @PathVariable FormKind form,
            @RequestParam(required = false) @Min(1) @Max(1000) @Nullable Integer nth,
            @RequestParam(required = false) @Nullable ReadPurpose purpose,
            @RequestParam(required = false) @Pattern(regexp = "[0-9A-Za-zĐđ./-]{1,64}") @Nullable String reference,
            HttpServletRequest request) {
        Found dossier = allowed(id, request);
        return FormAnswers.page(drawn(dossier, form, nth, purpose, reference, request));
    }

    private Found allowed(String id, HttpServletRequest request) {
        Found dossier = dossiers.find(id);
        Subject subject = dossier.viewedAs(owner(dossier));
        access.require(requests.caller(request).actor(), IntakePermission.READ_FORMS, subject);
        return dossier;
    }

    private Form drawn(
            Found dossier,
            FormKind kind,
            @Nullable Integer nth,
            @Nullable ReadPurpose purpose,
            @Nullable String reference,
            HttpServletRequest request) {
        Actor actor = requests.caller(request).actor();
        boolean own = actor.id().equals(owner(dossier)) && actor.roles().equals(Set.of(Role.CITIZEN));
        if (!own && purpose == null) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "purpose",
                    FieldReason.REQUIRED,
                    "Hãy cho biết mục đích xem dữ liệu cá nhân.",
                    "Say what the personal data are read for.")));
        }
        IntakeForms.Reader reader = own
                ? IntakeForms.Reader.FILER
                : access.allows(actor, IntakePermission.RECEIVE, dossier.desk())
                        ? IntakeForms.Reader.ONE_STOP
                        : IntakeForms.Reader.OFFICIAL;
        IntakeForms.Drawn drawn = forms.draw(forms.grounds(dossier), kind, nth, reader);
        if (!own && purpose != null) {
            readLog.record(Reading.by(actor, now.instant(), dossier.stream().id(), drawn.read(), purpose, reference));
        }
        return drawn.form();
    }

    private String owner(Found dossier) {
        return dossiers.first(dossier).actor().id();
    }
}
