package vn.tthc.intake.domain;

import vn.tthc.contracts.decision.ProblemCode;

/** Why intake says no. */
public enum DossierProblem implements ProblemCode {
    NO_SUCH_DOSSIER("Hồ sơ chưa có trong hệ thống.", "There is no such dossier."),
    ALREADY_SUBMITTED("Hồ sơ này đã được nộp.", "This dossier has been submitted already."),
    PROCEDURE_NOT_IN_FORCE(
            "Thủ tục {procedure} không có hiệu lực vào ngày {day} (từ {validFrom} đến {validTo}).",
            "Procedure {procedure} is not in force on {day} (from {validFrom} to {validTo})."),
    CHANNEL_NOT_OFFERED(
            "Thủ tục này không nhận hồ sơ qua kênh {channel}.", "This procedure cannot be filed by {channel}."),
    RETURN_WAY_NOT_OFFERED(
            "Thủ tục này không trả kết quả bằng hình thức {way}.", "This procedure does not return results by {way}."),
    AGENCY_NOT_VALID(
            "{name} ({agency}) không hoạt động vào ngày {day} (từ {validFrom} đến {validTo}).",
            "{nameEn} ({agency}) does not exist on {day} (from {validFrom} to {validTo})."),
    NOT_A_ONE_STOP(
            "{name} ({agency}) không phải nơi tiếp nhận hồ sơ một cửa.",
            "{nameEn} ({agency}) is not a one-stop that receives dossiers."),
    WRONG_LEVEL(
            "{name} ({agency}) không thuộc cấp {level} mà quy trình yêu cầu.",
            "{nameEn} ({agency}) does not stand at level {level} as the procedure requires."),
    NO_DOSSIER_NUMBER(
            "{name} ({agency}) chưa có số hiệu để cấp mã hồ sơ.",
            "{nameEn} ({agency}) has no number for dossier codes."),
    NOT_WAITING_FOR_RECEPTION(
            "Hồ sơ không còn chờ tiếp nhận (trạng thái {status}).",
            "The dossier is not waiting for reception (status {status})."),
    NO_DUE_DATE(
            "Không được tiếp nhận hồ sơ khi chưa xác định ngày hẹn trả kết quả.",
            "A dossier is not received without a due date."),
    NOT_IN_RECEPTION(
            "Hồ sơ không ở trạng thái đã tiếp nhận (trạng thái {status}).",
            "The dossier is not at the one-stop as received (status {status})."),
    ALREADY_HANDED_OVER("Hồ sơ đã được giao.", "The dossier has been handed over already."),
    IMPORTED_DOSSIER(
            "Hồ sơ nhập từ hệ thống cũ không được giao lại từ đây.",
            "An imported dossier is not handed over from here."),
    NO_FLOW("Thủ tục chưa có quy trình giải quyết.", "The procedure has no flow."),
    FLOW_NOT_RESOLVED(
            "Không tìm được cơ quan cho bước {step} ở cấp {level}.",
            "There is no agency for step {step} at level {level}."),
    NOT_PROCESSED(
            "Hồ sơ chưa giải quyết xong hoặc đã kết thúc (trạng thái {status}).",
            "The dossier has not been processed, or is closed (status {status})."),
    RESULT_ALREADY_ACCEPTED("Bộ phận một cửa đã nhận kết quả.", "The one-stop has the result already."),
    RESULT_NOT_ACCEPTED(
            "Bộ phận một cửa chưa nhận kết quả từ cơ quan giải quyết.",
            "The one-stop has not taken over the result yet."),
    RETURNED_ANOTHER_WAY(
            "Người nộp đăng ký nhận kết quả bằng hình thức {way}.", "The applicant asked for the result by {way}."),
    TIME_GOES_BACK(
            "Thời điểm {at} sớm hơn sự việc trước đó ({last}).",
            "The time {at} lies before what happened last ({last})."),
    IMPORT_CONFLICT(
            "Hồ sơ {externalId} đã được nhập với nội dung khác: {differs}.",
            "Dossier {externalId} was imported before with other content: {differs}.");

    private final String vietnamese;
    private final String english;

    DossierProblem(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    @Override
    public String vietnamese() {
        return vietnamese;
    }

    @Override
    public String english() {
        return english;
    }
}
