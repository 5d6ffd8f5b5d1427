package vn.tthc.processing.forms;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.StreamId;
import vn.tthc.forms.Form;
import vn.tthc.forms.FormAnswers;
import vn.tthc.forms.FormKind;
import vn.tthc.forms.FormList;
import vn.tthc.forms.FormView;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.Streams.Loaded;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;
import vn.tthc.processing.ProcessingPermission;
import vn.tthc.processing.desk.Agencies;
import vn.tthc.processing.desk.CaseDesk;
import vn.tthc.processing.desk.CaseReader;
import vn.tthc.processing.domain.CaseState;

/** Gives out the forms of a case to the agencies it concerns; they name no persons. */
@RestController
@Tag(name = "Forms", description = "Các mẫu của hồ sơ / the forms of a dossier")
class FormEndpoint {
    private final CaseReader cases;
    private final ControlSheets slips;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    FormEndpoint(CaseReader cases, ControlSheets slips, AccessPolicy access, Requests requests, Answers answers) {
        this.cases = cases;
        this.slips = slips;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    @Operation(
            summary = "Các mẫu có căn cứ để lập / the forms there are grounds for",
            description = "The control sheet, of the circular in force when the dossier was received.")
    @GetMapping("/api/v1/cases/{dossierId}/forms")
    ResponseEntity<FormList> list(@PathVariable String dossierId, HttpServletRequest request) {
        Loaded<CaseState.Opened> loaded = allowed(dossierId, request);
        return answers.state(
                CaseDesk.stream(dossierId), loaded.version(), slips.list(loaded.state(), loaded.version()));
    }

    @Operation(
            summary = "Phiếu kiểm soát dưới dạng dữ liệu / the control sheet as data",
            description = "Drawn from the hand-overs on record: who gave, who took, and when.")
    @GetMapping("/api/v1/cases/{dossierId}/forms/{form}")
    ResponseEntity<FormView> data(
            @PathVariable String dossierId,
            @PathVariable FormKind form,
            @RequestParam(required = false) @Min(1) @Max(1000) @Nullable Integer nth,
            HttpServletRequest request) {
        return FormAnswers.data(drawn(dossierId, form, nth, request));
    }

    @Operation(
            summary = "Phiếu kiểm soát để in / the control sheet to print",
            description = "A PDF with its fonts in it; the same content as the data, to the letter.")
    @GetMapping(path = "/api/v1/cases/{dossierId}/forms/{form}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> page(
            @PathVariable String dossierId,
            @PathVariable FormKind form,
            @RequestParam(required = false) @Min(1) @Max(1000) @Nullable Integer nth,
            HttpServletRequest request) {
        return FormAnswers.page(drawn(dossierId, form, nth, request));
    }

    private Form drawn(String dossierId, FormKind form, @Nullable Integer nth, HttpServletRequest request) {
        Loaded<CaseState.Opened> loaded = allowed(dossierId, request);
        StreamId stream = CaseDesk.stream(dossierId);
        return slips.draw(stream, loaded.state(), loaded.version(), form, nth);
    }

    private Loaded<CaseState.Opened> allowed(String dossierId, HttpServletRequest request) {
        Loaded<CaseState.Opened> loaded = cases.now(CaseDesk.stream(dossierId));
        access.require(
                requests.caller(request).actor(),
                ProcessingPermission.READ_CASE,
                new Subject(Agencies.concerned(loaded.state()), null));
        return loaded;
    }
}
