package vn.tthc.query;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.dossier.Authority;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DueChange;
import vn.tthc.contracts.dossier.LegalGround;
import vn.tthc.contracts.dossier.Lookup;
import vn.tthc.contracts.dossier.Obligation;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.Places;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.dossier.SupplementRequest;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.law.Channel;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;
import vn.tthc.law.Verdict;
import vn.tthc.law.clock.PauseReason;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.person.LookupSecrets;

/** What happens to one dossier, stream by stream; every event an hour after the one told before. */
public final class Story {
    public static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
    public static final Instant DUE = Instant.parse("2026-03-12T10:00:00Z");

    private static final LegalGround GROUND =
            new LegalGround("Mẫu 02, Thông tư 03/2025/TT-VPCP", "Form 02, Circular 03/2025/TT-VPCP");
    private static final DueChange LATER = new DueChange(DUE, DUE.plus(Duration.ofDays(4)), "lam-dong@2026");

    private final String id;
    private final List<ReceivedEvent> dossier = new ArrayList<>();
    private final List<ReceivedEvent> work = new ArrayList<>();
    private final List<ReceivedEvent> item = new ArrayList<>();
    private Instant now = START;
    private Party applicant = new Party("p1", new Sealed("p1", "c2VhbGVk"), null, null, null, null);
    private @Nullable Authority authority;
    private String commandId = "filing";
    private AgencyRef receiving = Agencies.XA;
    private AgencyRef competent = Agencies.TINH;

    private Story(String id) {
        this.id = id;
    }

    public static Story of(String id) {
        return new Story(id);
    }

    /** At another time. */
    public Story from(Instant start) {
        now = start;
        return this;
    }

    /** Another one-stop and another agency that decides. */
    public Story at(AgencyRef oneStop, AgencyRef decides) {
        receiving = oneStop;
        competent = decides;
        return this;
    }

    /** Seals the applicant's name for real. */
    public Story applicant(Sealed sealed, String command) {
        return applicant(new Party("p1", sealed, null, null, null, null), command);
    }

    /** Seals the whole applicant for real. */
    public Story applicant(Party party, String command) {
        applicant = party;
        commandId = command;
        return this;
    }

    /** The applicant files by an authority. */
    public Story by(Authority paper) {
        authority = paper;
        return this;
    }

    public String id() {
        return id;
    }

    public String number() {
        return "TC-" + id.substring(0, 8);
    }

    public String code() {
        return "H36.101-260302-" + id.substring(0, 4);
    }

    public String portalCode() {
        return "000.00.00." + id.substring(0, 8);
    }

    public String secret() {
        return "ABCD-EFGH-" + id.substring(0, 4) + "-" + id.substring(4, 8);
    }

    public List<ReceivedEvent> dossier() {
        return List.copyOf(dossier);
    }

    public List<ReceivedEvent> work() {
        return List.copyOf(work);
    }

    public List<ReceivedEvent> item() {
        return List.copyOf(item);
    }

    public List<ReceivedEvent> all() {
        List<ReceivedEvent> all = new ArrayList<>(dossier);
        all.addAll(work);
        all.addAll(item);
        return all;
    }

    public Story told(DossierEvent event) {
        dossier.add(Received.of(StreamId.dossier(id), dossier.size() + 1, event, commandId));
        return this;
    }

    public Story told(CaseEvent event) {
        work.add(Received.of(StreamId.caseOf(id), work.size() + 1, event, "command"));
        return this;
    }

    public Story told(PostalEvent event) {
        item.add(Received.of(StreamId.item("item-of-" + id), item.size() + 1, event, "command"));
        return this;
    }

    private Instant tick() {
        now = now.plus(Duration.ofHours(1));
        return now;
    }

    private Lookup lookup() {
        return new Lookup(number(), LookupSecrets.hash(secret()), 1);
    }

    public Story submitted() {
        return told(new DossierEvent.Submitted(
                tick(),
                "2.000806@1",
                "Đăng ký kết hôn có yếu tố nước ngoài",
                "Marriage with a foreign element",
                Channel.ONLINE,
                new Places(null, receiving, competent),
                portalCode(),
                applicant,
                null,
                new ReturnWish(ReturnWay.POST, null, null),
                lookup(),
                authority));
    }

    public Story received() {
        return told(new DossierEvent.Received(
                tick(), code(), receiving, new Term(8, TermUnit.WORKING_DAY), DUE, "lam-dong@2026"));
    }

    public Story postedRefused(Instant at) {
        return told(new DossierEvent.PostedRefused(
                at,
                "item-of-" + id,
                Agencies.XA,
                applicant,
                "CHANNEL_NOT_OFFERED",
                "Không nhận qua bưu chính.",
                "Not by post."));
    }

    public Story receptionRefused() {
        return told(new DossierEvent.ReceptionRefused(tick(), "Thiếu giấy xác nhận", "Nghị định 118/2025/NĐ-CP"));
    }

    public Story handedOver() {
        return told(new DossierEvent.HandedOver(tick(), file(Channel.ONLINE, "live", Flows.flow())));
    }

    public Story handOverRefused() {
        return told(new DossierEvent.HandOverRefused(tick(), Agencies.TINH, "AGENCY_NOT_VALID", "Cơ quan đã sáp nhập"));
    }

    public Story opened() {
        return told(new CaseEvent.Opened(tick(), file(Channel.ONLINE, "live", Flows.flow()), false));
    }

    public Story accepted(String step, boolean first) {
        return told(new CaseEvent.CustodyAccepted(tick(), step, Flows.agency(step), first));
    }

    public Story processingStarted() {
        return told(new DossierEvent.ProcessingStarted(now, Agencies.TINH));
    }

    public Story completed(String step) {
        return told(new CaseEvent.StepCompleted(tick(), step, Flows.agency(step), null));
    }

    public Story forwarded(String from, String to) {
        return told(new CaseEvent.Forwarded(tick(), from, to, Flows.agency(from), Flows.agency(to)));
    }

    public Story sentBack(String from, String to) {
        return told(new CaseEvent.SentBack(tick(), from, to, Flows.agency(from), Flows.agency(to), "Cần làm rõ"));
    }

    public Story signed() {
        return told(new CaseEvent.ResultSigned(tick(), "ky", Agencies.TRUNG_UONG));
    }

    public Story issued() {
        return told(new CaseEvent.ResultIssued(tick(), "ky", Agencies.TRUNG_UONG, "12/QĐ"));
    }

    public Story finished() {
        return told(new CaseEvent.Finished(tick(), "12/QĐ", false));
    }

    public Story ended() {
        return told(new DossierEvent.ProcessingEnded(now, Verdict.ON_TIME, "12/QĐ"));
    }

    public Story resultAccepted() {
        return told(new DossierEvent.ResultAccepted(
                tick(), "12/QĐ", Agencies.XA, new ReturnWish(ReturnWay.POST, null, null), null, code()));
    }

    public Story posted() {
        return told(new PostalEvent.Opened(
                tick(),
                id,
                PostalEvent.Purpose.RESULT,
                1,
                1,
                "EA473124829VN",
                code(),
                Agencies.XA,
                null,
                null,
                null,
                null,
                30));
    }

    public Story scanned(PostalEvent.ScanKind kind) {
        return told(new PostalEvent.Scanned(now, id, scan(kind, tick())));
    }

    public Story delivered() {
        scanned(PostalEvent.ScanKind.DELIVERED);
        return told(new PostalEvent.Delivered(now, id, PostalEvent.Purpose.RESULT, 1, 1, proof()));
    }

    /** A device hands in what it read before the delivery. */
    public Story lateScan() {
        return told(new PostalEvent.Scanned(now, id, scan(PostalEvent.ScanKind.IN_TRANSIT, now.minusSeconds(5_400))));
    }

    public Story strayScan() {
        return told(new PostalEvent.AnomalyRecorded(
                tick(), id, scan(PostalEvent.ScanKind.ACCEPTED, now), PostalEvent.Anomaly.AFTER_DELIVERY));
    }

    public Story strayScanSettled() {
        return told(new PostalEvent.AnomalySettled(
                tick(), id, "scan-1", PostalEvent.Ruling.KEPT_AS_IS, null, "Máy quét gửi lại lần cũ"));
    }

    public Story itemDelivered() {
        return told(new DossierEvent.ResultItemDelivered(now, "item-of-" + id, 1, 1));
    }

    public Story returned() {
        return told(new DossierEvent.Returned(now, ReturnWay.POST, null, List.of("item-of-" + id)));
    }

    private PostalEvent.Scan scan(PostalEvent.ScanKind kind, Instant at) {
        return new PostalEvent.Scan(
                "scan-" + item.size(),
                kind,
                at,
                "BC-24781",
                "PDA-1",
                item.size(),
                kind == PostalEvent.ScanKind.ATTEMPT_FAILED ? PostalEvent.FailureReason.NOT_FOUND : null,
                kind == PostalEvent.ScanKind.DELIVERED ? proof() : null,
                null);
    }

    private static PostalEvent.Proof proof() {
        return new PostalEvent.Proof(new Sealed("p1", "c2VhbGVk"), "OWNER", "CCCD", null, null, null, null);
    }

    private CaseFile file(Channel channel, String source, List<FlowStep> steps) {
        return new CaseFile(
                code(),
                "2.000806@1",
                "Đăng ký kết hôn có yếu tố nước ngoài",
                "Marriage with a foreign element",
                channel,
                source,
                START.plus(Duration.ofHours(2)),
                DUE,
                Agencies.XA,
                steps);
    }

    /** An old dossier whose dates contradict each other. */
    public Story imported() {
        CaseFile old = new CaseFile(
                "case-" + id.substring(0, 4),
                "COSELOG.RECEIPT@1",
                "Hồ sơ nhập từ nhật ký",
                "Imported log",
                Channel.COUNTER,
                "coselog",
                START,
                START.minusSeconds(60),
                Agencies.XA,
                List.of());
        told(new DossierEvent.Imported(tick(), "coselog", "case-" + id.substring(0, 4), "hash", old, lookup()));
        told(new DossierEvent.AnomalyRecorded(now, DossierEvent.Anomaly.DEADLINE_BEFORE_RECEPTION));
        return told(new CaseEvent.Opened(tick(), old, true));
    }

    public Story recorded(String name, Instant at) {
        return told(new CaseEvent.StepRecorded(at, "r" + work.size(), name, null, "Group 1", "Resource21", "h"));
    }

    public Story importedEnd(Instant at) {
        told(new CaseEvent.Finished(at, null, true));
        told(new DossierEvent.ProcessingEnded(at, Verdict.LATE, null));
        return told(new DossierEvent.AnomalyRecorded(at, DossierEvent.Anomaly.ENDED_BEFORE_RECEPTION));
    }

    public Story stepAfterEnd() {
        return told(new CaseEvent.AnomalyRecorded(now, CaseEvent.Anomaly.STEP_AFTER_END, "r1"));
    }

    public Story supplementRequested() {
        return told(new DossierEvent.SupplementRequested(
                tick(),
                1,
                Agencies.XA,
                new SupplementRequest(
                        List.of(new SupplementRequest.Item("TP3", "Giấy xác nhận", "nộp bản sao")),
                        "Thiếu thành phần",
                        null),
                GROUND,
                true,
                null));
    }

    public Story supplementReceived() {
        return told(new DossierEvent.SupplementReceived(tick(), Agencies.XA, LATER));
    }

    public Story obligationRequested() {
        return told(new DossierEvent.ObligationRequested(
                tick(), Agencies.XA, new Obligation("Thông báo thuế số 12", 1_500_000L), GROUND));
    }

    public Story obligationMet() {
        return told(new DossierEvent.ObligationMet(tick(), Agencies.XA, "BL-1", LATER));
    }

    public Story paused() {
        return told(
                new DossierEvent.Paused(tick(), Agencies.XA, PauseReason.PUBLIC_POSTING, "Niêm yết 15 ngày", GROUND));
    }

    public Story resumed() {
        return told(new DossierEvent.Resumed(tick(), Agencies.XA, PauseReason.PUBLIC_POSTING, null, LATER));
    }

    public Story withdrawalRequested() {
        return told(new DossierEvent.WithdrawalRequested(tick(), applicant.name(), true));
    }

    public Story withdrawalRefused() {
        told(new CaseEvent.WithdrawalRefused(tick(), Agencies.TINH, "ALREADY_SIGNED", "Kết quả đã ký"));
        return told(new DossierEvent.WithdrawalRefused(now, "ALREADY_SIGNED", "Kết quả đã ký"));
    }

    public Story stopped() {
        told(new CaseEvent.WithdrawalGranted(tick(), Agencies.TINH));
        return told(new DossierEvent.Stopped(now, Agencies.TINH, GROUND, Verdict.ON_TIME));
    }

    public Story extended() {
        return told(new DossierEvent.Extended(
                tick(), Agencies.XA, DUE, DUE, LATER.newDueAt(), "Chờ hồ sơ gốc", "Chủ tịch UBND"));
    }

    public Story corrected() {
        return told(new DossierEvent.Corrected(
                tick(),
                DossierEvent.CorrectedFact.RECEIVED_AT,
                START,
                START.minusSeconds(3_600),
                "Ghi nhầm giờ",
                "Sổ theo dõi",
                LATER,
                null));
    }

    /** Everything that can happen to a clock, and all a case can ask of it. */
    public Story everythingOfTheClock() {
        supplementRequested().supplementReceived();
        obligationRequested().obligationMet();
        paused().resumed().extended().corrected();
        told(new DossierEvent.AnswerOverdue(tick(), START));
        told(new DossierEvent.ComponentsChecked(
                tick(), Agencies.XA, List.of(new DossierEvent.Paper("TP1", "ORIGINAL", 1, true, false))));
        told(new DossierEvent.FeesDue(tick(), List.of(new DossierEvent.FeeDue("LP1", "Lệ phí", "Fee", 50_000))));
        told(new DossierEvent.FeePaid(tick(), "LP1", 50_000, DossierEvent.FeeChannel.COUNTER, "BL-1"));
        told(new DossierEvent.FeeWaived(tick(), "LP2", "Hộ nghèo"));
        told(new DossierEvent.PauseRefused(
                tick(), Agencies.TINH, PauseReason.OPINION, "PAUSE_REASON_NOT_LISTED", "Thủ tục không quy định"));
        told(new DossierEvent.ExtensionRefused(
                tick(), Agencies.TINH, DUE.plusSeconds(86_400), "EXTENSIONS_USED_UP", "Hồ sơ đã được gia hạn 1 lần."));
        told(new DossierEvent.DueDateRederived(tick(), "lam-dong@2026", LATER, "Quyết định 1/QĐ-UBND"));
        told(new CaseEvent.SupplementAsked(
                tick(),
                "tham-dinh",
                Agencies.TINH,
                new SupplementRequest(List.of(new SupplementRequest.Item(null, "Bản vẽ", "vẽ lại")), "Sai", null),
                null));
        told(new CaseEvent.ObligationAsked(tick(), "tham-dinh", Agencies.TINH, new Obligation("TB-1", null)));
        told(new CaseEvent.PauseAsked(tick(), "tham-dinh", Agencies.TINH, PauseReason.APPRAISAL, "Giám định"));
        told(new CaseEvent.PauseEnded(tick(), "tham-dinh", Agencies.TINH, PauseReason.APPRAISAL, null));
        return withdrawalRequested().withdrawalRefused().withdrawalRequested().stopped();
    }
}
