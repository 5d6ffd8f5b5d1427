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
    AUTHORITY_WITHOUT_OWNER(
            "Giấy ủy quyền cần nêu chủ hồ sơ đã ủy quyền.", "An authority names the owner who gave it."),
    AUTHORITY_NOT_ISSUED_YET(
            "Giấy ủy quyền ghi ngày {issuedOn}, sau ngày {day}.", "The authority is dated {issuedOn}, after {day}."),
    AUTHORITY_EXPIRED(
            "Giấy ủy quyền đã hết hiệu lực từ sau ngày {validUntil} (hôm nay {day}).",
            "The authority held until {validUntil}; it is {day}."),
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
            "Dossier {externalId} was imported before with other content: {differs}."),
    DOSSIER_OVER(
            "Hồ sơ đã kết thúc xử lý (trạng thái {status}).", "Processing of the dossier is over (status {status})."),
    NOT_RECEIVED_YET("Hồ sơ chưa được tiếp nhận.", "The dossier has not been received yet."),
    PAUSE_REASON_NOT_LISTED(
            "Thủ tục không quy định tạm dừng thời hạn vì lý do {reason}.",
            "The procedure does not list {reason} as a reason to stop the clock."),
    PAUSE_HAS_ITS_OWN_ACT(
            "Lý do {reason} được ghi nhận bằng yêu cầu riêng.", "Reason {reason} is recorded by a request of its own."),
    ALREADY_PAUSED("Thời hạn đang tạm dừng vì lý do {reason}.", "The clock already stands still for reason {reason}."),
    NOT_PAUSED("Thời hạn không tạm dừng vì lý do {reason}.", "The clock does not stand still for reason {reason}."),
    SUPPLEMENT_ALREADY_REQUESTED(
            "Đã yêu cầu bổ sung {count} lần; không được yêu cầu quá một lần (Chỉ thị 10/CT-TTg năm 2019). Yêu cầu thêm cần"
                    + " người có thẩm quyền cao hơn cho phép và hồ sơ bị tính quá hạn ở chỉ tiêu 2.1, kéo theo chỉ tiêu 5.4"
                    + " của Bộ chỉ số 766.",
            "Supplements have been asked for {count} time(s); more than one request is not allowed (Directive"
                    + " 10/CT-TTg of 2019). Another needs the leave of a higher office, and the dossier then counts as"
                    + " overdue in indicator 2.1, and so in 5.4, of the 766 index."),
    LEAVE_NEEDS_HIGHER_OFFICE(
            "Chỉ lãnh đạo mới được cho phép yêu cầu bổ sung thêm lần nữa.",
            "Only a head gives leave for another request for supplements."),
    SUPPLEMENT_ITEMS_REQUIRED(
            "Phải nêu ít nhất một giấy tờ cần bổ sung.", "At least one paper to be supplemented is named."),
    WITHDRAWAL_PENDING("Đề nghị rút hồ sơ đang được xem xét.", "A request to withdraw the dossier is being decided."),
    NO_DUE_DATE_TO_EXTEND(
            "Hồ sơ không có hạn trả hoặc thời hạn đang tạm dừng.", "There is no due date, or the clock stands still."),
    PROMISE_NOT_LATER(
            "Ngày hẹn lại phải sau ngày đã hẹn ({promised}).",
            "The new date must lie after the one promised ({promised})."),
    APOLOGY_TOO_LATE(
            "Phải xin lỗi chậm nhất {notice} trước ngày đã hẹn ({promised}).",
            "The apology is due {notice} before the date promised ({promised})."),
    EXTENSION_TOO_LONG(
            "Ngày hẹn lại không được quá hạn {due} thêm {longest}.",
            "The new date may lie at most {longest} after the due date {due}."),
    EXTENSIONS_USED_UP("Hồ sơ đã được gia hạn {count} lần.", "The dossier has been extended {count} time(s)."),
    NOTHING_TO_CORRECT("Chưa có thời điểm này để đính chính.", "There is no such moment to correct."),
    CORRECTION_CHANGES_NOTHING("Thời điểm đính chính trùng với đã ghi.", "The moment is what was recorded."),
    CORRECTION_CONTRADICTS(
            "Thời điểm {to} mâu thuẫn với sự việc lúc {other}.",
            "The moment {to} contradicts what happened at {other}."),
    COMPONENTS_MISSING(
            "Hồ sơ chưa đủ thành phần: {missing}. Hãy yêu cầu bổ sung (Mẫu 02).",
            "The dossier is not complete: {missingEn}. Ask for supplements (form 02)."),
    UNKNOWN_COMPONENT(
            "Thủ tục không có thành phần: {components}.", "The procedure has no such component: {components}."),
    FEE_NOT_DUE("Hồ sơ không có khoản phí {fee}.", "The dossier owes no fee {fee}."),
    FEE_SETTLED("Khoản phí {fee} đã được nộp hoặc miễn.", "Fee {fee} is paid or waived already."),
    FEE_AMOUNT_DIFFERS("Khoản phí {fee} là {amount} đồng.", "Fee {fee} is {amount} VND.");

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
