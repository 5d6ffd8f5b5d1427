package vn.tthc.query.dossierview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.law.OfficialStatus;
import vn.tthc.query.text.Bilingual;
import vn.tthc.query.text.Dates;
import vn.tthc.query.text.Names;

/** What comes next and by when, in plain words. */
final class Outlook {
    private Outlook() {}

    static Shown.@Nullable Next next(DossierFold dossier, CaseFold work, Whereabouts whereabouts) {
        OfficialStatus status = dossier.status();
        Filing filing = dossier.filing();
        if (status == null && dossier.refused() != null) {
            return next(Bilingual.of(
                    "Hồ sơ gửi qua bưu chính chưa được nộp; giấy tờ được gửi trả ông/bà. Hãy xem lý do và nộp lại.",
                    "What came by post was not filed; the papers go back to you. See the reason and file again."));
        }
        if (status == null || filing == null) {
            return null;
        }
        Bilingual oneStop = Bilingual.of(oneStop(dossier, filing));
        return switch (status) {
            case REGISTERED ->
                next(oneStop.plus(
                        Bilingual.of(" kiểm tra hồ sơ để tiếp nhận.", " checks the dossier in order to receive it.")));
            case RECEIVED, IN_PROCESS -> inProcess(inHand(filing, work, whereabouts, oneStop), dossier);
            case NOT_RECEIVED ->
                next(Bilingual.of(
                        "Hồ sơ không được tiếp nhận. Hãy xem lý do, hoàn thiện và nộp lại.",
                        "The dossier was not received. See the reason, complete it and file again."));
            case SUPPLEMENT_REQUESTED ->
                next(Bilingual.of(
                        "Hãy bổ sung, hoàn thiện hồ sơ theo yêu cầu.", "Supplement the dossier as requested."));
            case FINANCIAL_OBLIGATION ->
                next(Bilingual.of(
                        "Hãy thực hiện nghĩa vụ tài chính theo thông báo.", "Meet the financial obligation as told."));
            case WITHDRAWAL_REQUESTED ->
                next(Bilingual.of(
                        "Cơ quan giải quyết xem xét yêu cầu rút hồ sơ.",
                        "The agency considers the request to withdraw."));
            case STOPPED ->
                next(Bilingual.of(
                        "Hồ sơ đã dừng xử lý; không còn bước tiếp theo.", "Processing was stopped; nothing follows."));
            case PROCESSED -> next(processed(dossier, filing, oneStop));
            case RETURNED ->
                next(Bilingual.of(
                        "Hồ sơ đã hoàn tất; không còn bước tiếp theo.", "The dossier is complete; nothing follows."));
        };
    }

    private static AgencyRef oneStop(DossierFold dossier, Filing filing) {
        if (dossier.result() != null) {
            return dossier.result().oneStop();
        }
        return dossier.reception() != null ? dossier.reception().oneStop() : filing.receiving();
    }

    private static Bilingual inHand(Filing filing, CaseFold work, Whereabouts whereabouts, Bilingual oneStop) {
        if (work.finishedAt() != null) {
            return Bilingual.of(
                    "Hệ thống ghi nhận kết thúc xử lý", "The end of processing is about to be entered in the dossier");
        }
        Shown.Transit transit = whereabouts.inTransit();
        if (transit != null) {
            return Bilingual.of(transit.vi() + " nhận hồ sơ để giải quyết", transit.en() + " takes the dossier over");
        }
        CaseFold.Custody custody = work.custody();
        Shown.Holder holder = whereabouts.holder();
        if (custody != null && holder != null) {
            if (custody.done()) {
                return Bilingual.of(
                        holder.vi() + " chuyển hồ sơ sang bước tiếp theo",
                        holder.en() + " passes the dossier on to the next step");
            }
            CaseFold.Step step = work.step(custody.step());
            return step == null
                    ? Bilingual.of(holder.vi() + " giải quyết hồ sơ", holder.en() + " works on the dossier")
                    : Bilingual.of(
                            holder.vi() + " thực hiện bước “" + step.name().vi() + "”",
                            holder.en() + " does the step “" + step.name().en() + "”");
        }
        if (filing.imported()) {
            return Bilingual.of("Cơ quan giải quyết hoàn thành hồ sơ", "The agency completes the dossier");
        }
        return oneStop.plus(Bilingual.of(
                " chuyển hồ sơ đến cơ quan giải quyết", " passes the dossier on to the agency that processes it"));
    }

    /** While the clock stands still no date can be told. */
    private static Shown.Next inProcess(Bilingual what, DossierFold dossier) {
        ClockFold clock = dossier.clockOrRunning();
        ClockFold.Wait wait = clock.first();
        if (wait != null) {
            Bilingual reason = Names.of(wait.reason());
            Bilingual since = Dates.moment(wait.since());
            return next(what.plus(Bilingual.of(
                    ". Thời hạn tạm dừng từ " + since.vi() + ": " + reason.vi() + ".",
                    ". The clock stands still since " + since.en() + ": " + reason.en() + ".")));
        }
        Instant due = dossier.reception() == null ? null : dossier.reception().dueAt();
        Instant again = clock.promisedAt();
        return promised(what, due != null && again != null && again.isAfter(due) ? again : due);
    }

    private static Shown.Next promised(Bilingual what, @Nullable Instant due) {
        if (due == null) {
            return next(what.plus(
                    Bilingual.of(". Hồ sơ này không có ngày hẹn trả.", ". There is no due date for this dossier.")));
        }
        Bilingual moment = Dates.moment(due);
        Bilingual text = what.plus(Bilingual.of(
                ". Hẹn trả kết quả chậm nhất " + moment.vi() + ".", ". The result is due by " + moment.en() + "."));
        return new Shown.Next(text.vi(), text.en(), due);
    }

    private static Bilingual processed(DossierFold dossier, Filing filing, Bilingual oneStop) {
        if (filing.imported()) {
            return Bilingual.of(
                    "Hồ sơ cũ đã xử lý xong; không còn bước tiếp theo trong hệ thống này.",
                    "This old dossier has been processed; nothing follows in this system.");
        }
        if (dossier.result() == null || filing.returnWay() == null) {
            return oneStop.plus(Bilingual.of(
                    " nhận kết quả từ cơ quan giải quyết để trả cho ông/bà.",
                    " takes the result from the agency in order to hand it to you."));
        }
        return switch (filing.returnWay()) {
            case COUNTER ->
                Bilingual.of(
                        "Mời ông/bà đến " + oneStop.vi() + " để nhận kết quả.",
                        "Please come to " + oneStop.en() + " to collect the result.");
            case POST ->
                Bilingual.of(
                        "Bưu điện phát kết quả đến địa chỉ ông/bà đã đăng ký.",
                        "The post delivers the result to the address you gave.");
            case ELECTRONIC ->
                Bilingual.of("Kết quả điện tử được gửi đến ông/bà.", "The electronic result is sent to you.");
        };
    }

    private static Shown.Next next(Bilingual text) {
        return new Shown.Next(text.vi(), text.en(), null);
    }
}
