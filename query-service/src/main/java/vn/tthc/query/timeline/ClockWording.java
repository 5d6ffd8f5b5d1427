package vn.tthc.query.timeline;

import java.util.stream.Collectors;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DueChange;
import vn.tthc.query.text.Bilingual;
import vn.tthc.query.text.Dates;
import vn.tthc.query.text.Names;

/** Says in plain words what happens to the clock of a dossier. */
final class ClockWording {
    private ClockWording() {}

    static Words of(DossierEvent.SupplementRequested event) {
        String items = event.request().items().stream()
                .map(item -> item.name() + " (" + item.demand() + ")")
                .collect(Collectors.joining("; "));
        String nth = event.nth() == 1 ? "" : " lần " + event.nth();
        String again = event.nth() == 1 ? "" : ", request no. " + event.nth();
        String still = event.clockStopped() ? ". Thời hạn tạm dừng" : "";
        String stands = event.clockStopped() ? ". The clock stands still" : "";
        return Words.of(
                        "Yêu cầu bổ sung hồ sơ" + nth + ": " + items + ". Lý do: "
                                + event.request().reason() + still,
                        "Supplements were asked for" + again + ": " + items + ". Reason: "
                                + event.request().reason() + stands)
                .at(event.agency());
    }

    static Words of(DossierEvent.SupplementReceived event) {
        return runs(Bilingual.of("Hồ sơ đã được bổ sung", "The supplements are complete"), event.due())
                .at(event.agency());
    }

    static Words of(DossierEvent.ObligationRequested event) {
        Long amount = event.obligation().amountVnd();
        String vnd = amount == null ? "" : " (" + amount + " đồng)";
        String dong = amount == null ? "" : " (" + amount + " VND)";
        return Words.of(
                        "Yêu cầu thực hiện nghĩa vụ tài chính: "
                                + event.obligation().notice() + vnd + ". Thời hạn tạm dừng",
                        "A financial obligation is to be met: "
                                + event.obligation().notice() + dong + ". The clock stands still")
                .at(event.agency());
    }

    static Words of(DossierEvent.ObligationMet event) {
        return runs(Bilingual.of("Đã thực hiện nghĩa vụ tài chính", "The financial obligation is met"), event.due())
                .at(event.agency());
    }

    static Words of(DossierEvent.Paused event) {
        Bilingual reason = Names.of(event.reason());
        return Words.of(
                        "Tạm dừng thời hạn: " + reason.vi() + ". " + event.note(),
                        "The clock stands still: " + reason.en() + ". " + event.note())
                .at(event.agency());
    }

    static Words of(DossierEvent.Resumed event) {
        Bilingual reason = Names.of(event.reason());
        return runs(
                        Bilingual.of(
                                "Không còn tạm dừng vì: " + reason.vi(), "No longer standing still: " + reason.en()),
                        event.due())
                .at(event.agency());
    }

    static Words of(DossierEvent.PauseRefused event) {
        Bilingual reason = Names.of(event.reason());
        return Words.of(
                        "Không ghi nhận tạm dừng (" + reason.vi() + "): " + event.text(),
                        "The clock does not stand still for this (" + reason.en() + "): " + event.code())
                .at(event.agency());
    }

    static Words of(DossierEvent.ExtensionRefused event) {
        Bilingual promised = Dates.moment(event.promisedAt());
        return Words.of(
                        "Không ghi nhận hẹn lại " + promised.vi() + ": " + event.text(),
                        "The new date " + promised.en() + " is not promised: " + event.code())
                .at(event.agency());
    }

    static Words of(DossierEvent.Extended event) {
        Bilingual promised = Dates.moment(event.promisedAt());
        Bilingual due = Dates.moment(event.dueAt());
        return Words.of(
                        "Cơ quan xin lỗi và hẹn lại " + promised.vi() + " (hạn ban đầu " + due.vi() + "): "
                                + event.reason(),
                        "The agency apologises and promises " + promised.en() + " (first due " + due.en() + "): "
                                + event.reason())
                .at(event.agency());
    }

    static Words of(DossierEvent.Corrected event) {
        Bilingual what = Names.of(event.fact());
        Bilingual before = Dates.moment(event.before());
        Bilingual after = Dates.moment(event.after());
        return Words.of(
                "Đính chính " + what.vi() + " từ " + before.vi() + " thành " + after.vi() + ": " + event.reason() + " ("
                        + event.ground() + ")",
                "Corrected " + what.en() + " from " + before.en() + " to " + after.en() + ": " + event.reason() + " ("
                        + event.ground() + ")");
    }

    static Words of(DossierEvent.DueDateRederived event) {
        return runs(
                Bilingual.of(
                        "Lịch làm việc thay đổi theo " + event.decision(),
                        "The working calendar changed by " + event.decision()),
                event.due());
    }

    private static Words runs(Bilingual what, DueChange due) {
        if (due.newDueAt() == null) {
            return new Words(what, null);
        }
        Bilingual date = Dates.moment(due.newDueAt());
        Bilingual text = what.plus(Bilingual.of(", hẹn trả kết quả " + date.vi(), ", due by " + date.en()));
        return new Words(text, null);
    }
}
