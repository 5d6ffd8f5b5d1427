package vn.tthc.query.timeline;

import java.util.List;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.postal.Paper;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.query.dossierview.CaseFold;
import vn.tthc.query.text.Bilingual;
import vn.tthc.query.text.Dates;
import vn.tthc.query.text.Names;

/** Says every event in plain words. A new event that has no words does not compile. */
public final class Wording {
    private Wording() {}

    /**
     * What an event means to people.
     *
     * @param event any event of a dossier
     * @param work what the case's stream had told up to it, for the names of steps
     * @throws IllegalArgumentException when it is no event of a dossier
     */
    public static Words of(TthcEvent event, CaseFold work) {
        return switch (event) {
            case DossierEvent e -> of(e);
            case CaseEvent e -> of(e, work);
            case PostalEvent e -> of(e);
            case ReferenceEvent e -> throw new IllegalArgumentException("reference data has no dossier: " + e);
            default -> throw new IllegalArgumentException("no words for " + event.getClass());
        };
    }

    static Words of(DossierEvent event) {
        return switch (event) {
            case DossierEvent.Submitted e ->
                Words.of("Hồ sơ đã được nộp", "The dossier was filed")
                        .at(e.places().receiving());
            case DossierEvent.Imported e ->
                Words.of("Hồ sơ cũ được đưa vào hệ thống theo ngày tháng gốc", "An old dossier with its own dates")
                        .at(e.file().oneStop());
            case DossierEvent.Received e -> received(e).at(e.receiving());
            case DossierEvent.ReceptionRefused e ->
                Words.of(
                        "Hồ sơ không được tiếp nhận: " + e.reason() + " (" + e.ground() + ")",
                        "The dossier was not received: " + e.reason() + " (" + e.ground() + ")");
            case DossierEvent.PostedRefused e ->
                Words.of(
                                "Hồ sơ gửi qua bưu chính không nộp được, giấy tờ được gửi trả: " + e.reason(),
                                "What came by post could not be filed, its papers go back: " + e.reasonEn())
                        .at(e.oneStop());
            case DossierEvent.HandedOver e ->
                Words.of(
                                "Một cửa đã chuyển hồ sơ đến cơ quan giải quyết",
                                "The one-stop passed the dossier on to the agency that processes it")
                        .at(e.file().oneStop());
            case DossierEvent.HandOverRefused e ->
                Words.of(
                                "Chưa chuyển được hồ sơ: " + e.reason() + ". Hồ sơ trở lại một cửa",
                                "The hand-over was refused: " + e.reason() + ". The dossier is at the one-stop again")
                        .at(e.agency());
            case DossierEvent.ProcessingStarted e ->
                Words.of("Cơ quan giải quyết bắt đầu xử lý hồ sơ", "Processing has started")
                        .at(e.agency());
            case DossierEvent.ProcessingEnded e -> ended(e);
            case DossierEvent.ResultAccepted e ->
                Words.of("Một cửa đã nhận kết quả để trả", "The one-stop has the result ready to be handed out")
                        .at(e.oneStop());
            case DossierEvent.ResultItemDelivered e ->
                Words.of(
                        "Đã phát bưu gửi kết quả " + e.ordinal() + "/" + e.of(),
                        "Result item " + e.ordinal() + " of " + e.of() + " was delivered");
            case DossierEvent.ReturnWayChanged e ->
                Words.of(
                        "Kết quả không trả qua bưu chính nữa: "
                                + Names.of(e.way()).vi(),
                        "The result does not come by post any more: "
                                + Names.of(e.way()).en());
            case DossierEvent.Returned e ->
                switch (e.way()) {
                    case COUNTER -> Words.of("Đã trả kết quả tại một cửa", "The result was handed out at the counter");
                    case POST -> Words.of("Đã trả kết quả qua bưu chính", "The result was delivered by post");
                    case ELECTRONIC -> Words.of("Đã trả kết quả điện tử", "The result was returned electronically");
                };
            case DossierEvent.AnomalyRecorded e -> anomaly(Names.of(e.anomaly()));
            case DossierEvent.SupplementRequested e -> ClockWording.of(e);
            case DossierEvent.SupplementReceived e -> ClockWording.of(e);
            case DossierEvent.ObligationRequested e -> ClockWording.of(e);
            case DossierEvent.ObligationMet e -> ClockWording.of(e);
            case DossierEvent.Paused e -> ClockWording.of(e);
            case DossierEvent.Resumed e -> ClockWording.of(e);
            case DossierEvent.PauseRefused e -> ClockWording.of(e);
            case DossierEvent.ExtensionRefused e -> ClockWording.of(e);
            case DossierEvent.ComponentsChecked e ->
                Words.of(
                                "Đã kiểm đếm thành phần hồ sơ: " + e.papers().size() + " loại giấy tờ",
                                "The papers were counted: " + e.papers().size() + " kinds")
                        .at(e.agency());
            case DossierEvent.AnswerOverdue e -> {
                Bilingual due = Dates.moment(e.answerDueAt());
                yield Words.of(
                        "Quá hạn trả lời lần đầu cho hồ sơ trực tuyến (hạn " + due.vi() + ")",
                        "The first answer to a dossier filed online is overdue (due " + due.en() + ")");
            }
            case DossierEvent.FeesDue e -> {
                long sum = e.fees().stream()
                        .mapToLong(DossierEvent.FeeDue::amountVnd)
                        .sum();
                yield Words.of("Phí, lệ phí phải nộp: " + sum + " đồng", "Fees due: " + sum + " VND");
            }
            case DossierEvent.FeePaid e ->
                Words.of(
                        "Đã nộp phí, lệ phí " + e.amountVnd() + " đồng, biên lai " + e.receipt(),
                        "A fee of " + e.amountVnd() + " VND was paid, receipt " + e.receipt());
            case DossierEvent.FeeWaived e ->
                Words.of("Được miễn phí, lệ phí: " + e.ground(), "A fee was waived: " + e.ground());
            case DossierEvent.WithdrawalRequested e ->
                Words.of("Người nộp đề nghị rút hồ sơ", "The applicant asked to withdraw the dossier");
            case DossierEvent.WithdrawalRefused e ->
                Words.of(
                        "Không rút được hồ sơ: " + e.reason(),
                        "The dossier cannot be withdrawn any more (" + e.code() + ")");
            case DossierEvent.Stopped e ->
                Words.of(
                                "Đã dừng giải quyết hồ sơ. " + e.ground().vi(),
                                "Processing was stopped. " + e.ground().en())
                        .at(e.agency());
            case DossierEvent.Extended e -> ClockWording.of(e);
            case DossierEvent.Corrected e -> ClockWording.of(e);
            case DossierEvent.DueDateRederived e -> ClockWording.of(e);
        };
    }

    private static Words received(DossierEvent.Received event) {
        if (event.dueAt() == null) {
            return Words.of(
                    "Hồ sơ đã được tiếp nhận, mã " + event.code() + ", không có ngày hẹn trả",
                    "The dossier was received under code " + event.code() + ", without a due date");
        }
        Bilingual due = Dates.moment(event.dueAt());
        return Words.of(
                "Hồ sơ đã được tiếp nhận, mã " + event.code() + ", hẹn trả kết quả " + due.vi(),
                "The dossier was received under code " + event.code() + ", due by " + due.en());
    }

    private static Words ended(DossierEvent.ProcessingEnded event) {
        return switch (event.verdict()) {
            case null -> Words.of("Hồ sơ đã xử lý xong", "Processing has ended");
            case ON_TIME -> Words.of("Hồ sơ đã xử lý xong, trong hạn", "Processing has ended, on time");
            case LATE -> Words.of("Hồ sơ đã xử lý xong, quá hạn", "Processing has ended, late");
        };
    }

    static Words of(CaseEvent event, CaseFold work) {
        return switch (event) {
            case CaseEvent.Opened e ->
                e.imported()
                        ? Words.of("Mở việc cho hồ sơ cũ", "The case of an old dossier was opened")
                        : Words.of("Việc giải quyết hồ sơ đã được mở", "The case was opened");
            case CaseEvent.HandOverRefused e ->
                Words.of("Không nhận bàn giao: " + e.reason(), "The hand-over was refused: " + e.reason())
                        .at(e.agency());
            case CaseEvent.CustodyAccepted e ->
                Words.of(
                                "Cơ quan đã nhận hồ sơ" + vi(e.step(), work),
                                "The agency has taken the dossier" + en(e.step(), work))
                        .at(e.agency());
            case CaseEvent.StepCompleted e ->
                Words.of("Đã làm xong" + vi(e.step(), work), "Done" + en(e.step(), work))
                        .at(e.agency());
            case CaseEvent.Forwarded e ->
                Words.of(
                                "Chuyển hồ sơ đến " + e.to().name() + vi(e.toStep(), work),
                                "Passed on to " + e.to().nameEn() + en(e.toStep(), work))
                        .at(e.from());
            case CaseEvent.SentBack e ->
                Words.of(
                                "Trả lại " + e.to().name() + vi(e.toStep(), work) + ": " + e.reason(),
                                "Sent back to " + e.to().nameEn() + en(e.toStep(), work) + ": " + e.reason())
                        .at(e.from());
            case CaseEvent.HandOverDeclined e ->
                Words.of(
                                "Không nhận hồ sơ" + vi(e.fromStep(), work) + ": " + e.reason(),
                                "The dossier was not taken" + en(e.fromStep(), work) + ": " + e.reason())
                        .at(e.from());
            case CaseEvent.AgencySucceeded e ->
                Words.of(
                                "Hồ sơ chuyển từ " + e.from().name() + " sang đơn vị kế thừa " + e.to().name(),
                                "The dossier went from " + e.from().nameEn() + " to its successor " + e.to().nameEn())
                        .at(e.to());
            case CaseEvent.StepSkipped e ->
                Words.of(
                                "Bỏ qua" + vi(e.step(), work) + ": " + e.reason(),
                                "Passed over" + en(e.step(), work) + ": " + e.reason())
                        .at(e.agency());
            case CaseEvent.Assigned e -> CaseWording.assigned(e).at(e.agency());
            case CaseEvent.Released e ->
                Words.of("Trả về hàng chờ chung" + vi(e.step(), work), "Back in the pool" + en(e.step(), work))
                        .at(e.agency());
            case CaseEvent.OpinionAsked e ->
                Words.of(
                                "Lấy ý kiến " + e.agency().name() + ", hạn trả lời "
                                        + Dates.moment(e.dueAt()).vi(),
                                "The opinion of " + e.agency().nameEn() + " was asked, due by "
                                        + Dates.moment(e.dueAt()).en())
                        .at(e.asking());
            case CaseEvent.OpinionGiven e -> CaseWording.given(e).at(e.agency());
            case CaseEvent.OpinionWithdrawn e ->
                Words.of("Không cần ý kiến nữa: " + e.reason(), "An opinion is not needed any more: " + e.reason())
                        .at(e.agency());
            case CaseEvent.ResultDrafted e -> CaseWording.drafted(e).at(e.agency());
            case CaseEvent.ResultNumbered e ->
                Words.of("Kết quả đã vào số " + e.number(), "The result was given the number " + e.number())
                        .at(e.agency());
            case CaseEvent.ResultCorrected e ->
                Words.of(
                                "Đính chính kết quả đã ký, trở lại" + vi(e.toStep(), work) + ": " + e.reason() + " ("
                                        + e.ground() + ")",
                                "The signed result is corrected, back at" + en(e.toStep(), work) + ": " + e.reason()
                                        + " (" + e.ground() + ")")
                        .at(e.from());
            case CaseEvent.ClockFollowed e -> CaseWording.followed(e);
            case CaseEvent.AlarmRaised e -> CaseWording.raised(e).at(e.agency());
            case CaseEvent.Escalated e -> CaseWording.escalated(e).at(e.agency());
            case CaseEvent.ApologyDrafted e -> CaseWording.apology(e).at(e.agency());
            case CaseEvent.ApologySigned e -> CaseWording.signed(e).at(e.agency());
            case CaseEvent.StepRecorded e -> recorded(e);
            case CaseEvent.ResultSigned e ->
                Words.of("Kết quả đã được ký", "The result was signed").at(e.agency());
            case CaseEvent.ResultIssued e ->
                Words.of("Kết quả đã được cấp số " + e.number(), "The result was issued as number " + e.number())
                        .at(e.agency());
            case CaseEvent.Finished e ->
                e.resultNumber() == null
                        ? Words.of("Việc giải quyết đã hoàn thành", "The work on the dossier is complete")
                        : Words.of(
                                "Việc giải quyết đã hoàn thành, kết quả số " + e.resultNumber(),
                                "The work on the dossier is complete, result number " + e.resultNumber());
            case CaseEvent.SupplementAsked e ->
                Words.of(
                                "Cơ quan giải quyết đề nghị bổ sung: "
                                        + e.request().reason(),
                                "The agency asks for supplements: "
                                        + e.request().reason())
                        .at(e.agency());
            case CaseEvent.ObligationAsked e ->
                Words.of(
                                "Cơ quan giải quyết báo nghĩa vụ tài chính: "
                                        + e.obligation().notice(),
                                "The agency tells of a financial obligation: "
                                        + e.obligation().notice())
                        .at(e.agency());
            case CaseEvent.PauseAsked e ->
                Words.of(
                                "Đề nghị tạm dừng thời hạn: " + e.note(),
                                "The agency asks for the clock to stand still: " + e.note())
                        .at(e.agency());
            case CaseEvent.PauseEnded e ->
                Words.of("Hết lý do tạm dừng thời hạn", "What the agency waited for is there")
                        .at(e.agency());
            case CaseEvent.WithdrawalGranted e ->
                Words.of("Hồ sơ chưa có kết quả, được rút", "There is no result yet: the dossier may be withdrawn")
                        .at(e.agency());
            case CaseEvent.WithdrawalRefused e ->
                Words.of("Không được rút hồ sơ: " + e.reason(), "The withdrawal is refused (" + e.code() + ")")
                        .at(e.agency());
            case CaseEvent.AnomalyRecorded e ->
                switch (e.anomaly()) {
                    case STEP_AFTER_END -> anomaly(Names.stepAfterEnd());
                };
        };
    }

    private static Words recorded(CaseEvent.StepRecorded event) {
        Words words = Words.of("Ghi nhận bước “" + event.name() + "”", "Recorded step “" + event.name() + "”");
        if (event.agency() == null && event.agencyLabel() != null) {
            return new Words(words.text(), Bilingual.of(event.agencyLabel(), event.agencyLabel()));
        }
        return words.at(event.agency());
    }

    private static String vi(String step, CaseFold work) {
        CaseFold.Step known = work.step(step);
        return known == null ? "" : ", bước “" + known.name().vi() + "”";
    }

    private static String en(String step, CaseFold work) {
        CaseFold.Step known = work.step(step);
        return known == null ? "" : ", step “" + known.name().en() + "”";
    }

    static Words of(PostalEvent event) {
        return switch (event) {
            case PostalEvent.Opened e -> {
                Bilingual what = Names.of(e.purpose());
                yield Words.of(
                                "Bưu gửi " + e.identifier() + " chờ bưu điện nhận: " + what.vi(),
                                "Postal item " + e.identifier() + " waits for the post: " + what.en())
                        .at(e.from());
            }
            case PostalEvent.Scanned e -> scanned(e.scan());
            case PostalEvent.Delivered e -> {
                Bilingual what = Names.of(e.purpose());
                yield Words.of(
                        "Đã phát bưu gửi, có ký nhận: " + what.vi(),
                        "The postal item was delivered against proof: " + what.en());
            }
            case PostalEvent.AddressChanged e ->
                e.underway()
                        ? Words.of("Bưu gửi được chuyển tiếp đến địa chỉ mới", "The postal item is redirected")
                        : Words.of("Đổi địa chỉ nhận trước khi gửi", "The address was changed before dispatch");
            case PostalEvent.Cancelled e ->
                Words.of(
                        "Không gửi qua bưu chính nữa: " + Names.of(e.purpose()).vi(),
                        "Not sent by post any more: " + Names.of(e.purpose()).en());
            case PostalEvent.Split e ->
                Words.of("Gửi thành " + e.of() + " bưu gửi", "Sent as " + e.of() + " postal items");
            case PostalEvent.Returned e ->
                Words.of(
                        "Bưu gửi không phát được, đã chuyển hoàn: "
                                + Names.of(e.purpose()).vi(),
                        "The postal item came back undelivered: "
                                + Names.of(e.purpose()).en());
            case PostalEvent.HandedOver e ->
                Words.of(
                                "Một cửa giao bưu gửi cho bưu điện, hai bên ký biên bản",
                                "The one-stop handed the item over to the post, by a record both signed")
                        .at(e.oneStop());
            case PostalEvent.DossierTaken e ->
                Words.of(
                        "Bưu điện nhận hồ sơ của người dân, đã kê thành phần, niêm phong; gồm " + count(e.papers())
                                + " giấy tờ",
                        "The post took the citizen's dossier, listed and sealed; papers: " + count(e.papers()));
            case PostalEvent.PapersSurrendered e ->
                Words.of(
                        "Bưu điện thu giấy tờ phải nộp lại, đã kê thành phần, niêm phong; gồm " + count(e.papers())
                                + " giấy tờ",
                        "The post took the papers to be surrendered, listed and sealed; papers: " + count(e.papers()));
            case PostalEvent.DossierChecked e ->
                (e.differences().isEmpty() && e.sealIntact()
                                ? Words.of(
                                        "Một cửa nhận hồ sơ từ bưu điện, đúng bảng kê",
                                        "The one-stop took the dossier from the post, as it was listed")
                                : Words.of(
                                        "Một cửa nhận hồ sơ từ bưu điện, có chênh lệch so với bảng kê",
                                        "The one-stop took the dossier from the post, not as it was listed"))
                        .at(e.oneStop());
            case PostalEvent.FilingRefused e ->
                Words.of(
                        "Điểm bưu chính được báo hồ sơ không nộp được: " + e.reason(),
                        "The post was told that the dossier could not be filed: " + e.reasonEn());
            case PostalEvent.SilenceNoticed e -> {
                Bilingual leg = Names.of(e.leg());
                yield Words.of(
                        "Quá thời gian mà chưa có tin về bưu gửi: " + leg.vi(),
                        "Nothing was heard of the postal item in time: " + leg.en());
            }
            case PostalEvent.AnomalyRecorded e -> anomaly(Names.of(e.anomaly()));
            case PostalEvent.AnomalySettled e -> {
                Bilingual ruling = Names.of(e.ruling());
                yield Words.of(
                        "Đã xem xét lần quét để riêng: " + ruling.vi() + "; " + e.ground(),
                        "A person looked into a scan that was set aside: " + ruling.en() + "; " + e.ground());
            }
        };
    }

    private static int count(List<Paper> papers) {
        return papers.stream().mapToInt(Paper::count).sum();
    }

    private static Words scanned(PostalEvent.Scan scan) {
        Bilingual kind = Names.of(scan.kind());
        if (scan.reason() == null) {
            return Words.of("Bưu chính: " + kind.vi(), "Post: " + kind.en());
        }
        Bilingual reason = Names.of(scan.reason());
        return Words.of("Bưu chính: " + kind.vi() + ", " + reason.vi(), "Post: " + kind.en() + ", " + reason.en());
    }

    private static Words anomaly(Bilingual what) {
        return Words.of("Cần kiểm tra: " + what.vi(), "To be checked: " + what.en());
    }
}
