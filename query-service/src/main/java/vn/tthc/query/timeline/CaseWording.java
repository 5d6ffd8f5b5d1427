package vn.tthc.query.timeline;

import vn.tthc.contracts.Role;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.query.text.Bilingual;
import vn.tthc.query.text.Dates;

/** Words for who does the work of a case, what is late, and what others said of it. */
final class CaseWording {
    private CaseWording() {}

    static Words assigned(CaseEvent.Assigned event) {
        return switch (event.how()) {
            case CLAIMED -> Words.of("Cán bộ đã nhận xử lý bước này", "An officer took the step");
            case ASSIGNED -> Words.of("Bước này đã được phân công", "The step was assigned");
            case REASSIGNED -> Words.of("Bước này đã được phân công lại", "The step was assigned to somebody else");
            case DELEGATED ->
                Words.of(
                        "Người thay thế nhận xử lý khi cán bộ vắng mặt",
                        "A stand-in has the step, its officer is away");
        };
    }

    static Words given(CaseEvent.OpinionGiven event) {
        Bilingual stance = switch (event.stance()) {
            case AGREES -> Bilingual.of("đồng ý", "agrees");
            case AGREES_ON_CONDITIONS -> Bilingual.of("đồng ý có điều kiện", "agrees on conditions");
            case DISAGREES -> Bilingual.of("không đồng ý", "disagrees");
            case NOT_COMPETENT -> Bilingual.of("không thuộc thẩm quyền", "is not competent");
        };
        return Words.of(
                "Đã có ý kiến: " + stance.vi() + (event.late() ? " (quá hạn)" : ""),
                "An opinion is there: the agency " + stance.en() + (event.late() ? " (late)" : ""));
    }

    static Words drafted(CaseEvent.ResultDrafted event) {
        return switch (event.kind()) {
            case GRANTED ->
                Words.of("Đã dự thảo quyết định: giải quyết theo đề nghị", "The decision was drafted: to be granted");
            case REFUSED -> Words.of("Đã dự thảo quyết định: từ chối", "The decision was drafted: to be refused");
        };
    }

    static Words followed(CaseEvent.ClockFollowed event) {
        if (!event.running()) {
            return Words.of("Việc giải quyết tạm dừng tính thời hạn", "The clock of the case stands still");
        }
        if (event.promisedAt() != null) {
            Bilingual promised = Dates.moment(event.promisedAt());
            return Words.of("Hẹn lại ngày trả " + promised.vi(), "A new date was promised: " + promised.en());
        }
        if (event.dueAt() == null) {
            return Words.of("Việc giải quyết không có hạn", "The case has no due date");
        }
        Bilingual due = Dates.moment(event.dueAt());
        return Words.of("Thời hạn giải quyết đến " + due.vi(), "The case is due by " + due.en());
    }

    static Words raised(CaseEvent.AlarmRaised event) {
        Bilingual due = Dates.moment(event.dueAt());
        return switch (event.alarm()) {
            case HAND_OVER_UNACKNOWLEDGED ->
                Words.of("Hồ sơ đã giao nhưng chưa được nhận", "The dossier was given and nobody has taken it");
            case STEP_NEARING -> Words.of("Bước hiện tại sắp hết thời gian", "The time of the step is nearly used");
            case STEP_OVERDUE -> Words.of("Bước hiện tại đã quá thời gian", "The time of the step is used up");
            case OPINION_OVERDUE -> Words.of("Quá hạn trả lời ý kiến " + due.vi(), "An opinion was due by " + due.en());
            case DUE_NEARING -> Words.of("Hồ sơ sắp đến hạn " + due.vi(), "The dossier is soon due: " + due.en());
            case OVERDUE -> Words.of("Hồ sơ quá hạn " + due.vi(), "The dossier is overdue since " + due.en());
            case AGENCY_ENDED ->
                Words.of(
                        "Cơ quan đã giải thể, chưa rõ đơn vị kế thừa",
                        "The agency has ended and it is not known who takes its place");
        };
    }

    static Words escalated(CaseEvent.Escalated event) {
        Bilingual to = role(event.toRole());
        return Words.of("Báo cáo lên " + to.vi(), "Reported to " + to.en());
    }

    private static Bilingual role(Role role) {
        return switch (role) {
            case HEAD_OF_UNIT -> Bilingual.of("lãnh đạo phòng", "the head of unit");
            case AGENCY_LEADER -> Bilingual.of("lãnh đạo cơ quan", "the head of the agency");
            case INSPECTOR -> Bilingual.of("thanh tra", "the inspectorate");
            case CITIZEN,
                    RECEPTION_OFFICER,
                    CASE_OFFICER,
                    RECORDS_CLERK,
                    POSTAL_WORKER,
                    ADMINISTRATOR,
                    SYSTEM,
                    IMPORTER -> Bilingual.of("quản trị hệ thống", "the administrators");
        };
    }

    static Words apology(CaseEvent.ApologyDrafted event) {
        Bilingual proposed = Dates.moment(event.proposedAt());
        return Words.of(
                "Hệ thống đã dự thảo văn bản xin lỗi, đề nghị hẹn lại " + proposed.vi(),
                "The system has drafted an apology with a new date: " + proposed.en());
    }

    static Words signed(CaseEvent.ApologySigned event) {
        Bilingual promised = Dates.moment(event.promisedAt());
        return Words.of(
                "Đã ký văn bản xin lỗi, đề nghị hẹn lại " + promised.vi() + ": " + event.reason(),
                "The apology was signed, with a new date " + promised.en() + ": " + event.reason());
    }
}
