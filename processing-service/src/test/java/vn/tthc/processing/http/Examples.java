package vn.tthc.processing.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep.Kind;
import vn.tthc.contracts.ResultKind;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.Lookup;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.platform.api.ExampleBook;
import vn.tthc.platform.api.Exchange;
import vn.tthc.processing.domain.Flows;

/** Every operation of processing once with a good end: cases at a commune, a department beside it. */
final class Examples {
    private static final String COMMUNE = Flows.COMMUNE.id();
    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    private final ExampleBook book;
    private final RunningService service;

    Examples(ExampleBook book, RunningService service) {
        this.book = book;
        this.service = service;
    }

    void run() {
        service.published(agency(Flows.DEPARTMENT));
        service.published(agency(Flows.COMMUNE));
        worked();
        decided();
        waits();
        late();
        givenBack();
        opinions();
        absent();
        imported();
        moved();
    }

    private static Agency agency(AgencyRef ref) {
        return new Agency(
                ref.id(),
                ref.id(),
                null,
                ref.level(),
                null,
                "UNIT",
                ref.name(),
                ref.nameEn(),
                ref.validFrom(),
                null,
                "NORMAL",
                List.of());
    }

    private String token(Role role) {
        return service.as(COMMUNE, role).token();
    }

    /** Given to the commune just now, so that nothing is late while the examples run. */
    private String handedOver(CaseFile file) {
        String dossier = RunningService.aDossier();
        Instant now = Instant.now();
        service.arrives(dossier, 3, now, new DossierEvent.HandedOver(now, Flows.with(file, LATER, null)));
        return dossier;
    }

    private static CaseFile file() {
        return Flows.file(
                Flows.step("tham-dinh", Kind.WORK, Flows.COMMUNE),
                Flows.when(ResultKind.REFUSED, Flows.step("tu-choi", Kind.WORK, Flows.COMMUNE)),
                Flows.step("ky", Kind.SIGN, Flows.COMMUNE, "tham-dinh"),
                Flows.step("vao-so", Kind.NUMBER, Flows.COMMUNE),
                Flows.step("phat-hanh", Kind.ISSUE, Flows.COMMUNE));
    }

    private Exchange.Reply seen(String dossier) {
        return book.call("getCasesByDossierId")
                .as(token(Role.CASE_OFFICER))
                .with("dossierId", dossier)
                .succeeds(200);
    }

    private ExampleBook.Call decision(String what, Role role, String dossier, String body) {
        return book.call("postCasesByDossierId" + what)
                .as(token(role))
                .with("dossierId", dossier)
                .seeing(seen(dossier))
                .body(body);
    }

    private void act(String what, Role role, String dossier, String body) {
        decision(what, role, dossier, body).succeeds(200);
    }

    private String taken(CaseFile file) {
        String dossier = handedOver(file);
        act("Acceptances", Role.CASE_OFFICER, dossier, "{}");
        return dossier;
    }

    private void complete(String dossier, String step, String body) {
        decision("StepsByStepCompletions", Role.CASE_OFFICER, dossier, body)
                .with("step", step)
                .succeeds(200);
    }

    private void forms(String dossier) {
        book.call("getCasesByDossierIdForms")
                .as(token(Role.CASE_OFFICER))
                .with("dossierId", dossier)
                .succeeds(200);
        form("getCasesByDossierIdFormsByForm", dossier, "CONTROL_SHEET").succeeds(200);
        form("getCasesByDossierIdFormsByForm", dossier, "REFUSAL").refused(404, "FORM_WITHOUT_GROUND");
        form("getCasesByDossierIdFormsByFormPdf", dossier, "CONTROL_SHEET").succeeds(200);
    }

    private ExampleBook.Call form(String operation, String dossier, String form) {
        return book.call(operation)
                .as(token(Role.CASE_OFFICER))
                .with("dossierId", dossier)
                .with("form", form);
    }

    private void worked() {
        String dossier = taken(file());
        book.call("getCasesByDossierIdFlow")
                .as(token(Role.CASE_OFFICER))
                .with("dossierId", dossier)
                .succeeds(200);
        forms(dossier);
        book.call("getCasesByDossierId")
                .as(service.as("other@origin", Role.CASE_OFFICER).token())
                .with("dossierId", dossier)
                .refused(403, "FORBIDDEN");
        decision("Acceptances", Role.CASE_OFFICER, dossier, "{}").refused(409, "CUSTODY_NOT_OFFERED");
        act("Claims", Role.CASE_OFFICER, dossier, "{}");
        act("Releases", Role.HEAD_OF_UNIT, dossier, "{\"reason\": \"Nghỉ ốm\"}");
        act("Assignments", Role.HEAD_OF_UNIT, dossier, "{\"officer\": \"can-bo-2\"}");
        decision("StepsByStepCompletions", Role.CASE_OFFICER, dossier, "{}")
                .with("step", "tham-dinh")
                .refused(409, "ASSIGNED_TO_ANOTHER");
        ExampleBook.Call note = book.call("postCasesByDossierIdRecordedSteps")
                .as(token(Role.CASE_OFFICER))
                .with("dossierId", dossier)
                .body("{\"recordId\": \"trao-doi-1\", \"name\": \"Trao đổi với người nộp\"}");
        note.succeeds(201);
        note.succeeds(200);
        book.call("postCasesByDossierIdRecordedSteps")
                .as(token(Role.CASE_OFFICER))
                .with("dossierId", dossier)
                .body("{\"recordId\": \"trao-doi-1\", \"name\": \"Việc khác\"}")
                .refused(409, "RECORD_CONFLICT");
    }

    private void decided() {
        String dossier = taken(file());
        act("Drafts", Role.CASE_OFFICER, dossier, "{\"kind\": \"GRANTED\"}");
        decision("Forwards", Role.CASE_OFFICER, dossier, "{}").refused(409, "STEP_NOT_COMPLETED");
        complete(dossier, "tham-dinh", "{\"note\": \"Hồ sơ đủ điều kiện\"}");
        act("Forwards", Role.CASE_OFFICER, dossier, "{\"toStep\": \"ky\"}");
        act("SendBacks", Role.AGENCY_LEADER, dossier, "{\"toStep\": \"tham-dinh\", \"reason\": \"Bổ sung trích lục\"}");
        complete(dossier, "tham-dinh", "{}");
        act("Forwards", Role.CASE_OFFICER, dossier, "{}");
        act("Signatures", Role.AGENCY_LEADER, dossier, "{}");
        act("Forwards", Role.AGENCY_LEADER, dossier, "{}");
        act("Numbers", Role.RECORDS_CLERK, dossier, "{\"number\": \"12/QĐ-UBND\"}");
        act(
                "Corrections",
                Role.AGENCY_LEADER,
                dossier,
                "{\"toStep\": \"ky\", \"ground\": \"Quyết định 15/QĐ-UBND\", \"reason\": \"Sai số thửa đất\"}");
        act("Signatures", Role.AGENCY_LEADER, dossier, "{}");
        act("Forwards", Role.AGENCY_LEADER, dossier, "{}");
        act("Numbers", Role.RECORDS_CLERK, dossier, "{\"number\": \"13/QĐ-UBND\"}");
        act("Forwards", Role.RECORDS_CLERK, dossier, "{}");
        decision("Finishes", Role.RECORDS_CLERK, dossier, "{}").refused(409, "NOT_ISSUED");
        act("Issues", Role.RECORDS_CLERK, dossier, "{\"number\": \"13/QĐ-UBND\"}");
        act("Finishes", Role.RECORDS_CLERK, dossier, "{}");
        decision("Drafts", Role.CASE_OFFICER, dossier, "{\"kind\": \"GRANTED\"}")
                .refused(409, "CASE_FINISHED");
    }

    private void waits() {
        String dossier = taken(file());
        act("SupplementRequests", Role.CASE_OFFICER, dossier, """
                {"items": [{"component": "TP2", "name": "Bản vẽ", "demand": "vẽ lại theo tỷ lệ 1:500"}],
                 "reason": "Bản vẽ không đúng tỷ lệ", "guidance": "Nộp tại bộ phận một cửa"}""");
        act("Pauses", Role.CASE_OFFICER, dossier, """
                {"reason": "FINANCIAL_OBLIGATION", "note": "Thông báo nộp thuế TB-12", "amountVnd": 1500000}""");
        act("Resumptions", Role.CASE_OFFICER, dossier, """
                {"reason": "FINANCIAL_OBLIGATION", "note": "Biên lai BL-77"}""");
        decision("Pauses", Role.CASE_OFFICER, dossier, "{\"reason\": \"SUPPLEMENT\", \"note\": \"Thiếu giấy tờ\"}")
                .refused(409, "PAUSE_HAS_ITS_OWN_ACT");
    }

    private void late() {
        String dossier = RunningService.aDossier();
        Instant now = Instant.now();
        CaseFile soon = Flows.with(file(), now.plusSeconds(3600), null);
        service.arrives(dossier, 3, now, new DossierEvent.HandedOver(now, soon));
        act("Acceptances", Role.CASE_OFFICER, dossier, "{}");
        String letter = """
                {"promisedAt": "%s", "reason": "Chờ ý kiến của Sở", "signer": "Chủ tịch UBND xã"}""".formatted(now.plus(Duration.ofDays(7)));
        decision("Apologies", Role.AGENCY_LEADER, dossier, letter).refused(409, "APOLOGY_NOT_DRAFTED");
        service.apologyIsDrafted(dossier, 2);
        act("Apologies", Role.AGENCY_LEADER, dossier, letter);
    }

    private void givenBack() {
        String dossier = handedOver(file());
        decision("Declines", Role.CASE_OFFICER, dossier, "{\"reason\": \" \"}").refused(400, "VALIDATION_FAILED");
        act("Declines", Role.CASE_OFFICER, dossier, "{\"reason\": \"Không thuộc thẩm quyền\"}");
        book.call("getCasesByDossierId")
                .as(token(Role.CASE_OFFICER))
                .with("dossierId", dossier)
                .refused(404, "NOT_FOUND");
    }

    private void opinions() {
        String dossier = taken(file());
        String question = """
                {"opinionId": "y-kien-1", "agency": "%s", "question": "Thửa đất có tranh chấp không?",
                 "dueAt": "2099-01-01T00:00:00+07:00"}""".formatted(Flows.DEPARTMENT.id());
        act("Opinions", Role.CASE_OFFICER, dossier, question);
        act("Opinions", Role.CASE_OFFICER, dossier, question.replace("y-kien-1", "y-kien-2"));
        book.call("postCasesByDossierIdOpinionsByOpinionIdAnswers")
                .as(service.as(Flows.DEPARTMENT.id(), Role.CASE_OFFICER).token())
                .with("dossierId", dossier)
                .with("opinionId", "y-kien-1")
                .body("{\"stance\": \"AGREES\", \"text\": \"Không có tranh chấp\"}")
                .succeeds(201);
        decision("OpinionsByOpinionIdWithdrawals", Role.CASE_OFFICER, dossier, "{\"reason\": \"Đã có văn bản chung\"}")
                .with("opinionId", "y-kien-2")
                .succeeds(200);
        decision("OpinionsByOpinionIdWithdrawals", Role.CASE_OFFICER, dossier, "{\"reason\": \"Lần nữa\"}")
                .with("opinionId", "y-kien-2")
                .refused(409, "OPINION_CLOSED");
    }

    private void absent() {
        String absence = """
                {"officer": "can-bo-9", "from": "2040-03-02T00:00:00+07:00", "to": "2040-03-09T00:00:00+07:00",
                 "standIn": "can-bo-10"}""";
        Exchange.Reply declared = book.call("postAbsences")
                .as(token(Role.HEAD_OF_UNIT))
                .body(absence)
                .succeeds(201);
        book.call("postAbsences").as(token(Role.HEAD_OF_UNIT)).body(absence).refused(409, "ABSENCE_OVERLAPS");
        book.call("postAbsencesByOfficerByAbsenceIdReturns")
                .as(token(Role.HEAD_OF_UNIT))
                .with("officer", "can-bo-9")
                .with(
                        "absenceId",
                        JsonMapper.shared()
                                .readTree(declared.text())
                                .path("absenceId")
                                .asString())
                .body("{}")
                .succeeds(200);
    }

    /** Told by an importer, who has seen no version. */
    private void imported() {
        String dossier = RunningService.aDossier();
        service.arrives(
                dossier,
                1,
                Flows.START,
                new DossierEvent.Imported(
                        Flows.START, "so-cu", "2024-000123", "hash", Flows.file(), new Lookup("1", "hash", 1)));
        String importer = service.as(null, Role.IMPORTER).token();
        book.call("postCasesByDossierIdRecordedSteps")
                .as(importer)
                .with("dossierId", dossier)
                .body("""
                        {"recordId": "buoc-1", "name": "Thẩm định", "agencyLabel": "UBND huyện Lâm Hà",
                         "occurredAt": "2026-03-03T08:00:00+07:00"}""")
                .succeeds(201);
        book.call("postCasesByDossierIdFinishes")
                .as(importer)
                .with("dossierId", dossier)
                .body("{\"endedAt\": \"2026-03-04T08:00:00+07:00\"}")
                .succeeds(200);
    }

    private void moved() {
        book.call("postSuccessions")
                .as(service.as(null, Role.ADMINISTRATOR).token())
                .body("{\"agency\": \"%s\", \"successor\": \"%s\"}".formatted(Flows.DEPARTMENT.id(), COMMUNE))
                .succeeds(200);
        book.call("postSuccessions")
                .as(service.as(null, Role.ADMINISTRATOR).token())
                .body("{\"agency\": \"nobody@origin\"}")
                .refused(400, "VALIDATION_FAILED");
    }
}
