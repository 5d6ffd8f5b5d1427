package vn.tthc.intake.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.law.Level;
import vn.tthc.law.clock.Calendars;
import vn.tthc.platform.api.CommonExamples;
import vn.tthc.platform.api.ExampleBook;
import vn.tthc.platform.api.Exchange;
import vn.tthc.platform.consume.Reaction;

/** Every operation of intake once with a good end: dossiers at the counter of a ward, and the catalogue. */
final class Examples {
    private static final AgencyRef THE_WARD = new AgencyRef(IntakeServer.WARD, "Phường", "Ward", Level.XA, null, null);

    private final ExampleBook book;
    private final Told told;

    Examples(ExampleBook book, List<Reaction> reactions) {
        this.book = book;
        this.told = new Told(reactions);
    }

    void run() {
        String id = filed();
        Exchange.Reply received = received(id);
        waits(id, received);
        returned();
        refused();
        leaders();
        fees();
        authorised();
        withdrawn();
        erased();
        imported();
        delegated();
        codes();
        drafts();
        catalogue();
    }

    private static String text(Exchange.Reply reply, String name) {
        return JsonMapper.shared().readTree(reply.text()).path(name).asString("");
    }

    private static String submission(String identityNumber) {
        return IntakeServer.submission().replace("068199000123", identityNumber);
    }

    private Exchange.Reply submit(String identityNumber) {
        return book.call("postDossiers")
                .as(IntakeServer.OFFICER)
                .body(submission(identityNumber))
                .succeeds(201);
    }

    private ExampleBook.Call decision(String operation, String id, Exchange.Reply seen, String body) {
        return book.call(operation)
                .as(IntakeServer.OFFICER)
                .with("id", id)
                .seeing(seen)
                .body(body);
    }

    private String filed() {
        Exchange.Reply filed = submit("068199000301");
        String id = text(filed, "dossierId");
        book.call("getDossiersById").as(IntakeServer.OFFICER).with("id", id).succeeds(200);
        book.call("getDossiersById")
                .as(IntakeServer.OTHER_CITIZEN)
                .with("id", id)
                .refused(403, "FORBIDDEN");
        book.call("getDossiersById")
                .as(IntakeServer.OFFICER)
                .with("id", UUID.randomUUID().toString())
                .refused(404, "NOT_FOUND");
        book.call("postDossiers")
                .as(IntakeServer.OFFICER)
                .body("{\"procedure\": \"1.012796\"}")
                .refused(400, "VALIDATION_FAILED");
        return id;
    }

    /** Filed by whom the owner has authorised, with the paper that says so. */
    private void authorised() {
        String hash = text(
                book.call("postBlobs")
                        .as(IntakeServer.OFFICER)
                        .file("image/png", CommonExamples.picture())
                        .succeeds(201),
                "hash");
        String id = text(
                book.call("postDossiers")
                        .as(IntakeServer.OFFICER)
                        .body(submission("068199000308").replace("\"returnBy\"", """
                                "owner": {"name": "Trần Văn Bình", "identityNumber": "068199000309"},
                                "authority": {"number": "0012/UQ-2026", "issuedOn": "2026-01-05",
                                              "validUntil": "2099-01-05", "blob": "%s"},
                                "returnBy\"""".formatted(hash)))
                        .succeeds(201),
                "dossierId");
        book.call("getDossiersByIdAuthorityScan")
                .as(IntakeServer.OFFICER)
                .with("id", id)
                .with("purpose", "RECEPTION")
                .with("reference", "12/GM-UBND")
                .succeeds(200);
        book.call("getDossiersByIdAuthorityScan")
                .as(IntakeServer.CITIZEN)
                .with("id", id)
                .with("purpose", "RECEPTION")
                .refused(403, "FORBIDDEN");
    }

    private Exchange.Reply received(String id) {
        book.call("postDossiersByIdReceptions")
                .as(IntakeServer.OFFICER)
                .with("id", id)
                .body("{}")
                .refused(428, "PRECONDITION_REQUIRED");
        Exchange.Reply received =
                decision("postDossiersByIdReceptions", id, seen(id), "{}").succeeds(200);
        decision("postDossiersByIdReceptions", id, received, "{}").refused(409, "NOT_WAITING_FOR_RECEPTION");
        book.call("postDossiersByIdReceptions")
                .as(IntakeServer.OFFICER)
                .with("id", id)
                .seeing("\"dossier-1\"")
                .body("{}")
                .refused(412, "STALE_VERSION");
        book.call("getDossiersByIdDeadline")
                .as(IntakeServer.OFFICER)
                .with("id", id)
                .succeeds(200);
        forms(id);
        return received;
    }

    private void forms(String id) {
        book.call("getDossiersByIdForms")
                .as(IntakeServer.OFFICER)
                .with("id", id)
                .succeeds(200);
        form("getDossiersByIdFormsByForm", id, "RECEIPT").succeeds(200);
        form("getDossiersByIdFormsByForm", id, "APOLOGY").refused(404, "FORM_WITHOUT_GROUND");
        form("getDossiersByIdFormsByFormPdf", id, "RECEIPT").succeeds(200);
        register("getRegistersByAgency", "2026-01-09").succeeds(200);
        register("getRegistersByAgency", "2026-01-01").refused(400, "VALIDATION_FAILED");
        register("getRegistersByAgencyPdf", "2026-01-09").succeeds(200);
    }

    private ExampleBook.Call form(String operation, String id, String form) {
        return book.call(operation)
                .as(IntakeServer.OFFICER)
                .with("id", id)
                .with("form", form)
                .with("purpose", "RECEPTION");
    }

    private ExampleBook.Call register(String operation, String to) {
        return book.call(operation)
                .as(IntakeServer.OFFICER)
                .with("agency", IntakeServer.WARD)
                .with("from", "2026-01-05")
                .with("to", to)
                .with("purpose", "INSPECTION");
    }

    private Exchange.Reply seen(String id) {
        return book.call("getDossiersById")
                .as(IntakeServer.OFFICER)
                .with("id", id)
                .succeeds(200);
    }

    private void waits(String id, Exchange.Reply received) {
        Exchange.Reply asked = decision("postDossiersByIdSupplementRequests", id, received, """
                {"items": [{"component": "TP3", "name": "Giấy tờ chứng minh sai sót", "demand": "nộp bản sao"}],
                 "reason": "Thiếu thành phần hồ sơ", "guidance": "Nộp trực tiếp tại bộ phận một cửa"}""")
                .succeeds(200);
        Exchange.Reply came =
                decision("postDossiersByIdSupplements", id, asked, "{}").succeeds(200);
        Exchange.Reply paused =
                decision("postDossiersByIdPauses", id, came, """
                {"reason": "FINANCIAL_OBLIGATION", "note": "Thông báo nộp thuế TB-12", "amountVnd": 1500000}""").succeeds(200);
        decision("postDossiersByIdPauses", id, paused, "{\"reason\": \"OPINION\", \"note\": \"Hỏi ý kiến Sở\"}")
                .refused(409, "PAUSE_REASON_NOT_LISTED");
        decision("postDossiersByIdResumptions", id, paused, """
                {"reason": "FINANCIAL_OBLIGATION", "note": "Biên lai BL-77"}""").succeeds(200);
    }

    private void returned() {
        String id = text(submit("068199000302"), "dossierId");
        Exchange.Reply given =
                decision("postDossiersByIdHandOvers", id, receivedNow(id), "{}").succeeds(200);
        decision("postDossiersByIdResultReceptions", id, given, "{}").refused(409, "NOT_PROCESSED");
        StreamId stream = StreamId.caseOf(id);
        told.tell(stream, 2, id, new CaseEvent.CustodyAccepted(Instant.now(), "kiem-tra", THE_WARD, true));
        told.tell(stream, 9, id, new CaseEvent.Finished(Instant.now(), "12/QĐ-UBND", false));
        Exchange.Reply accepted =
                decision("postDossiersByIdResultReceptions", id, seen(id), "{}").succeeds(200);
        decision("postDossiersByIdReturns", id, accepted, """
                {"recipient": {"name": "Nguyễn Thị Bình An", "relation": "OWNER", "paperShown": "CCCD"}}""").succeeds(200);
    }

    private Exchange.Reply receivedNow(String id) {
        return decision("postDossiersByIdReceptions", id, seen(id), "{}").succeeds(200);
    }

    private void refused() {
        String id = text(submit("068199000303"), "dossierId");
        decision("postDossiersByIdReceptionRefusals", id, seen(id), """
                {"reason": "Không thuộc phạm vi giải quyết", "ground": "Điều 17 Nghị định 118/2025/NĐ-CP"}""").succeeds(200);
    }

    private void leaders() {
        Exchange.Reply filed = submit("068199000304");
        String id = text(filed, "dossierId");
        Exchange.Reply received = receivedNow(id);
        String later = OffsetDateTime.parse(text(received, "dueAt"))
                .plusDays(7)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        Exchange.Reply extended = decision("postDossiersByIdExtensions", id, received, """
                {"promisedAt": "%s", "reason": "Chờ hồ sơ gốc", "signer": "Chủ tịch UBND"}""".formatted(later))
                .as(IntakeServer.LEADER)
                .succeeds(200);
        decision("postDossiersByIdCorrections", id, extended, """
                {"fact": "RECEIVED_AT", "to": "%s", "reason": "Ghi nhầm", "ground": "Sổ theo dõi hồ sơ"}""".formatted(text(filed, "submittedAt")))
                .as(IntakeServer.LEADER)
                .succeeds(200);
    }

    private void fees() {
        String owing = submission("068199000305").replace("1.012796", "2.000815");
        String id = text(
                book.call("postDossiers").as(IntakeServer.OFFICER).body(owing).succeeds(201), "dossierId");
        Exchange.Reply seen = receivedNow(id);
        String fee = JsonMapper.shared()
                .readTree(seen(id).text())
                .at("/fees/0/due/code")
                .asString("");
        decision("postDossiersByIdFeePayments", id, seen, payment(fee, 1)).refused(409, "FEE_AMOUNT_DIFFERS");
        decision("postDossiersByIdFeePayments", id, seen, payment("NO_SUCH_FEE", 1))
                .refused(409, "FEE_NOT_DUE");
        decision("postDossiersByIdFeePayments", id, seen, payment(fee, 2_000)).succeeds(200);

        String other = text(
                book.call("postDossiers").as(IntakeServer.OFFICER).body(owing).succeeds(201), "dossierId");
        decision("postDossiersByIdFeeWaivers", other, receivedNow(other), """
                {"fee": "%s", "ground": "Người có công với cách mạng"}""".formatted(fee))
                .as(IntakeServer.LEADER)
                .succeeds(200);
    }

    private static String payment(String fee, int amount) {
        return """
                {"fee": "%s", "amountVnd": %d, "channel": "COUNTER", "receipt": "BL-0077"}""".formatted(fee, amount);
    }

    private void withdrawn() {
        String id = text(submit("068199000306"), "dossierId");
        decision("postDossiersByIdWithdrawals", id, seen(id), "{\"reason\": \"Tôi không cần nữa\"}")
                .succeeds(200);
    }

    private void erased() {
        book.call("postErasures").as(IntakeServer.LEADER).body("""
                {"identityNumber": "068199000306", "ground": "PURPOSE_ENDED", "decision": "12/QĐ-UBND"}""").succeeds(202);
        book.call("postErasures")
                .as(IntakeServer.LEADER)
                .body("{\"identityNumber\": \"068199000999\", \"ground\": \"PURPOSE_ENDED\", \"decision\": \"12/QĐ\"}")
                .refused(404, "NOBODY_TO_ERASE");
    }

    private void imported() {
        String old = """
                {"source": "so-cu", "externalId": "2024-000123", "code": "000.00.16.H36-240115-0042",
                 "procedure": "COSELOG.RECEIPT", "channel": "COUNTER", "receivedAt": "2024-01-15T08:30:00+07:00",
                 "dueAt": "2024-02-05T17:00:00+07:00", "agencyLabel": "UBND huyện Lâm Hà"}""";
        book.call("postImports").as(IntakeServer.IMPORTER).body(old).succeeds(201);
        book.call("postImports").as(IntakeServer.IMPORTER).body(old).succeeds(200);
        book.call("postImports")
                .as(IntakeServer.IMPORTER)
                .body(old.replace("Lâm Hà", "Di Linh"))
                .refused(409, "IMPORT_CONFLICT");
    }

    private void delegated() {
        Exchange.Reply granted =
                book.call("postDelegations").as(IntakeServer.LEADER).body("""
                {"delegate": "pho-chu-tich", "roles": ["AGENCY_LEADER"], "from": "2040-03-02T00:00:00+07:00",
                 "to": "2040-03-09T00:00:00+07:00", "ground": "Quy chế làm việc, Điều 12", "decision": "21/QĐ-UBND"}""").succeeds(201);
        book.call("postDelegations").as(IntakeServer.LEADER).body("""
                {"delegate": "pho-chu-tich", "roles": ["AGENCY_LEADER"], "from": "2040-03-09T00:00:00+07:00",
                 "to": "2040-03-02T00:00:00+07:00", "ground": "Quy chế", "decision": "22/QĐ-UBND"}""").refused(409, "DELEGATION_WITHOUT_TIME");
        book.call("getDelegations")
                .as(IntakeServer.LEADER)
                .with("agency", IntakeServer.WARD)
                .succeeds(200);
        book.call("getDelegationsMine")
                .as(IntakeServer.OFFICER)
                .with("limit", "20")
                .succeeds(200);
        ExampleBook.Call revoked = book.call("postDelegationsByIdRevocations")
                .as(IntakeServer.LEADER)
                .with("id", text(granted, "id"))
                .body("{\"reason\": \"Người ủy quyền đã trở lại\"}");
        revoked.succeeds(200);
        revoked.refused(409, "DELEGATION_OVER");
    }

    private void codes() {
        Exchange.Reply reserved = book.call("postCodeBlocks")
                .as(IntakeServer.CLERK)
                .body("{\"agency\": \"%s\", \"count\": 2, \"reason\": \"Mất kết nối\"}".formatted(IntakeServer.WARD))
                .succeeds(201);
        book.call("getCodeBlocksById")
                .as(IntakeServer.CLERK)
                .with("id", text(reserved, "id"))
                .succeeds(200);
    }

    private void drafts() {
        String form =
                IntakeServer.submission("ONLINE", "{\"way\": \"COUNTER\"}").replace("068199000123", "068199000309");
        String whole = draft(form);
        String id = text(
                book.call("postDrafts")
                        .as(IntakeServer.CITIZEN)
                        .body(draft("{\"procedure\": \"1.012796\"}"))
                        .succeeds(201),
                "id");
        book.call("getDrafts").as(IntakeServer.CITIZEN).succeeds(200);
        book.call("getDraftsById").as(IntakeServer.CITIZEN).with("id", id).succeeds(200);
        book.call("getDraftsById").as(IntakeServer.OTHER_CITIZEN).with("id", id).refused(403, "FORBIDDEN");
        book.call("postDraftsByIdForms")
                .as(IntakeServer.CITIZEN)
                .with("id", id)
                .body(whole)
                .succeeds(200);
        book.call("postDraftsByIdSubmissions")
                .as(IntakeServer.CITIZEN)
                .with("id", id)
                .succeeds(201);
        book.call("postDraftsByIdForms")
                .as(IntakeServer.CITIZEN)
                .with("id", id)
                .body(whole)
                .refused(409, "DRAFT_SUBMITTED");
        book.call("postDraftsByIdDeletions")
                .as(IntakeServer.CITIZEN)
                .with("id", id)
                .succeeds(200);
        book.call("getDraftsById").as(IntakeServer.CITIZEN).with("id", id).refused(404, "NOT_FOUND");
    }

    private static String draft(String form) {
        return "{\"form\": " + JsonMapper.shared().writeValueAsString(form) + "}";
    }

    private void catalogue() {
        book.call("getProcedures").with("channel", "ONLINE").succeeds(200);
        book.call("getProcedures").with("channel", "PIGEON").refused(400, "VALIDATION_FAILED");
        Exchange.Reply shown =
                book.call("getProceduresByCode").with("code", "1.012796").succeeds(200);
        book.call("getProceduresByCodeVersions").with("code", "1.012796").succeeds(200);
        book.call("getProceduresByCodeFlow").with("code", "1.012796").succeeds(200);
        book.call("getAgencies").with("level", "XA").with("on", "2026-03-02").succeeds(200);
        book.call("getAgenciesById").with("id", IntakeServer.WARD).succeeds(200);
        book.call("getCalendarsById").with("id", "default").succeeds(200);
        book.call("postDeadlinesPreview").body("""
                {"receivedAt": "2026-02-13T10:00:00+07:00", "term": {"amount": 3, "unit": "WORKING_DAY"},
                 "channel": "COUNTER", "calendar": "default", "pauses": []}""").succeeds(200);

        String calendar = calendar();
        book.call("postCalendars").as(IntakeServer.ADMIN).body(calendar).succeeds(201);
        book.call("postCalendars").as(IntakeServer.ADMIN).body(calendar).succeeds(200);
        book.call("postCalendars").as(IntakeServer.OFFICER).body(calendar).refused(403, "FORBIDDEN");

        ObjectNode next = (ObjectNode) JsonMapper.shared().readTree(shown.text());
        next.put("version", "2045-01").put("validFrom", "2045-01-01");
        next.remove("validTo");
        book.call("postProcedures").as(IntakeServer.ADMIN).body(next.toString()).succeeds(201);
        book.call("postProcedures").as(IntakeServer.ADMIN).body(next.toString()).succeeds(200);
    }

    /** The shipped calendar as one of a ward's own. */
    private static String calendar() {
        try (InputStream in =
                Calendars.class.getResourceAsStream("/vn/tthc/law/calendars/" + Calendars.DEFAULT_VERSION + ".csv")) {
            String content = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("calendar;default;" + Calendars.DEFAULT_VERSION, "calendar;22945@2025-07-01;vi-du-1");
            return JsonMapper.shared()
                    .createObjectNode()
                    .put("content", content)
                    .put("decision", "Quyết định 98/QĐ-UBND")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
