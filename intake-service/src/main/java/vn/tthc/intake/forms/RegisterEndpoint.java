package vn.tthc.intake.forms;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.forms.Form;
import vn.tthc.forms.FormAnswers;
import vn.tthc.forms.FormView;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.dossier.Now;
import vn.tthc.intake.reference.Named;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.person.ReadLog;
import vn.tthc.platform.person.ReadPurpose;
import vn.tthc.platform.person.Reading;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** Gives out the register of a one-stop over some days. It names persons: what for is on record before it goes out. */
@RestController
@Tag(name = "Forms", description = "Các mẫu của hồ sơ / the forms of a dossier")
class RegisterEndpoint {
    private static final int MOST_DAYS = 31;
    /** Some ten pages; each line is read from its dossier's events, and each reading goes on record. */
    private static final int MOST_DOSSIERS = 200;

    private final AgencyRegister register;
    private final IntakeForms forms;
    private final Named catalogue;
    private final ReadLog readLog;
    private final Now now;
    private final AccessPolicy access;
    private final Requests requests;

    RegisterEndpoint(
            AgencyRegister register,
            IntakeForms forms,
            Named catalogue,
            ReadLog readLog,
            Now now,
            AccessPolicy access,
            Requests requests) {
        this.register = register;
        this.forms = forms;
        this.catalogue = catalogue;
        this.readLog = readLog;
        this.now = now;
        this.access = access;
        this.requests = requests;
    }

    @Operation(
            summary = "Sổ theo dõi hồ sơ của một cơ quan / the register of a one-stop",
            description = "A line for every dossier received on these days, with plain personal data.")
    @GetMapping("/api/v1/registers/{agency}")
    ResponseEntity<FormView> data(
            @PathVariable String agency,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam ReadPurpose purpose,
            HttpServletRequest request) {
        return FormAnswers.data(drawn(agency, from, to, purpose, request));
    }

    @Operation(
            summary = "Sổ theo dõi hồ sơ để in / the register of a one-stop to print",
            description = "A PDF with its fonts in it; the same content as the data.")
    @GetMapping(path = "/api/v1/registers/{agency}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> page(
            @PathVariable String agency,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam ReadPurpose purpose,
            HttpServletRequest request) {
        return FormAnswers.page(drawn(agency, from, to, purpose, request));
    }

    private Form drawn(String id, LocalDate from, LocalDate to, ReadPurpose purpose, HttpServletRequest request) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, IntakePermission.READ_REGISTER, Subject.of(id));
        Agency agency = catalogue.agency("agency", id);
        if (from.isBefore(LocalDate.EPOCH) || from.isAfter(VietnamTime.date(now.instant()))) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "from",
                    FieldReason.INVALID,
                    "Phải từ năm 1970 và không sau hôm nay.",
                    "Is not before 1970, nor after today.")));
        }
        if (to.isBefore(from) || !to.isBefore(from.plusDays(MOST_DAYS))) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "to",
                    FieldReason.INVALID,
                    "Phải từ ngày bắt đầu trở đi và không quá " + MOST_DAYS + " ngày.",
                    "Is not before the first day, and no more than " + MOST_DAYS + " days.")));
        }
        AgencyRef ref = agency.ref();
        AgencyRegister.Days days = register.days(ref, from, to, MOST_DOSSIERS + 1);
        if (days.dossiers().size() > MOST_DOSSIERS) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "to",
                    FieldReason.TOO_LARGE,
                    "Những ngày này có hơn " + MOST_DOSSIERS + " hồ sơ; hãy chọn ít ngày hơn.",
                    "More than " + MOST_DOSSIERS + " dossiers were received on these days; ask for fewer days.")));
        }
        AgencyRegister.Drawn drawn = register.draw(days, forms.above(ref), forms.province());
        Instant at = now.instant();
        drawn.read()
                .forEach((dossier, fields) -> readLog.record(Reading.by(actor, at, dossier, fields, purpose, null)));
        return drawn.form();
    }
}
