package vn.tthc.processing.domain;

import vn.tthc.contracts.decision.ProblemCode;

/** Why processing says no. */
public enum CaseProblem implements ProblemCode {
    CASE_NOT_OPEN(
            "Hồ sơ chưa được chuyển đến bộ phận giải quyết", "The dossier has not been handed over to processing"),
    CASE_FINISHED("Hồ sơ đã xử lý xong", "Processing of the dossier has ended"),
    IMPORTED_CASE(
            "Hồ sơ nhập từ dữ liệu cũ không có quy trình để thực hiện",
            "An imported dossier has no flow to work through"),
    LIVE_CASE(
            "Hồ sơ đang xử lý kết thúc theo quy trình, không theo thời điểm khai báo",
            "A live dossier ends by its flow, not at a moment that is told"),
    END_TIME_REQUIRED(
            "Hồ sơ nhập từ dữ liệu cũ kết thúc với thời điểm của chính nó",
            "An imported dossier is finished with its own end time"),
    TIME_WENT_BACK(
            "Thời điểm thực hiện sớm hơn bước đã ghi nhận trước đó ({last})",
            "The moment lies before the last recorded step ({last})"),
    FLOW_EMPTY("Quy trình giải quyết không có bước nào", "The flow has no steps"),
    FLOW_WITHOUT_RESULT(
            "Quy trình giải quyết phải có đúng một bước ký và sau đó đúng một bước phát hành, đều bắt buộc",
            "A flow needs exactly one step that signs and one after it that issues, neither of them optional"),
    AGENCY_NOT_VALID("Cơ quan {agency} không tồn tại vào ngày {day}", "The agency {agency} does not exist on {day}"),
    NOT_IN_CUSTODY(
            "Hồ sơ đang do cơ quan {agency} giữ, không phải cơ quan của người thực hiện",
            "The case is in the custody of {agency}, not of the agency that acts"),
    CUSTODY_NOT_ACCEPTED(
            "Hồ sơ đã giao nhưng cơ quan {agency} chưa nhận",
            "The case was handed over but {agency} has not accepted it yet"),
    CUSTODY_NOT_OFFERED("Không có hồ sơ chờ nhận", "There is no hand-over waiting to be accepted"),
    UNKNOWN_STEP("Quy trình không có bước {step}", "The flow has no step {step}"),
    NOT_CURRENT_STEP(
            "Hồ sơ đang ở bước {current}, không phải bước {step}", "The case is at step {current}, not at {step}"),
    STEP_NOT_COMPLETED(
            "Bước {step} chưa hoàn thành nên chưa thể chuyển",
            "Step {step} is not completed, so the case cannot be forwarded"),
    NO_NEXT_STEP("Sau bước {step} không còn bước nào", "There is no step after {step}"),
    NOT_A_LATER_STEP(
            "Chỉ chuyển đến bước sau; để trả lại bước trước hãy dùng trả lại kèm lý do",
            "A case is forwarded to a later step only; to an earlier one it is sent back with a reason"),
    STEP_NOT_OPTIONAL(
            "Bước {step} là bắt buộc, không được bỏ qua", "Step {step} is not optional and cannot be skipped"),
    SEND_BACK_NOT_ALLOWED("Bước {step} không được trả lại bước {to}", "Step {step} may not send the case back to {to}"),
    REASON_REQUIRED("Trả lại phải nêu lý do", "Sending back needs a reason"),
    ALREADY_SIGNED(
            "Kết quả đã được ký; từ đây chỉ có thể đính chính",
            "The result is signed; from here it can only be corrected"),
    NOT_A_SIGN_STEP("Bước {step} không phải bước ký", "Step {step} is not a step in which the decision is signed"),
    NOT_SIGNED("Kết quả chưa được ký", "The result is not signed yet"),
    NOT_AN_ISSUE_STEP(
            "Bước {step} không phải bước phát hành", "Step {step} is not a step in which the result is issued"),
    ALREADY_ISSUED("Kết quả đã được phát hành", "The result has been issued already"),
    NOT_ISSUED("Kết quả chưa được phát hành", "The result has not been issued yet"),
    NUMBER_REQUIRED("Phát hành phải có số của kết quả", "Issuing needs the number of the result"),
    SKIP_REASON_REQUIRED("Bỏ qua bước {step} phải nêu lý do", "Passing over step {step} needs a reason"),
    STEP_OF_ANOTHER_BRANCH(
            "Bước {step} thuộc nhánh của loại quyết định khác",
            "Step {step} is on the way of another kind of decision"),
    DRAFT_REQUIRED(
            "Chưa có dự thảo quyết định nên chưa biết đi theo nhánh nào hoặc chưa thể ký",
            "The decision is not drafted, so the way on is not known or it cannot be signed"),
    OTHER_WAY_TAKEN(
            "Hồ sơ đã đi theo nhánh của loại quyết định khác; hãy trả lại bước trước chỗ rẽ",
            "The case is on the way of another kind of decision; send it back to before the ways part"),
    DRAFTER_CANNOT_SIGN("Người dự thảo không được ký quyết định này", "Who drafted this decision may not sign it"),
    NOT_A_NUMBER_STEP(
            "Bước {step} không phải bước vào số", "Step {step} is not a step in which the result is numbered"),
    NUMBER_CONFLICT("Kết quả đã có số {number}", "The result already has the number {number}"),
    GROUND_REQUIRED("Đính chính phải nêu căn cứ", "A correction needs its ground"),
    CORRECTION_NOT_ALLOWED(
            "Đính chính chỉ trả về bước ký {step} hoặc bước mà bước ký được trả lại, không phải bước {to}",
            "A correction goes back to the signing step {step} or to one it may return to, not to {to}"),
    CORRECTION_NOT_DECLINABLE(
            "Hồ sơ được trả về để đính chính thì phải nhận", "A case that comes back to be corrected has to be taken"),
    ASSIGNED_TO_ANOTHER(
            "Bước này đã giao cho người khác ({officer})", "This step is assigned to somebody else ({officer})"),
    OFFICER_REQUIRED("Phải nêu người được giao việc", "It has to be said who is to do it"),
    OPINION_CONFLICT(
            "Ý kiến {opinionId} đã được hỏi với nội dung khác",
            "Opinion {opinionId} has already been asked with another content"),
    OPINION_OF_ONESELF("Không hỏi ý kiến chính cơ quan mình", "An agency does not ask itself for an opinion"),
    TERM_IN_THE_PAST("Hạn trả lời phải sau thời điểm hỏi", "The term must end after the question is asked"),
    QUESTION_REQUIRED("Phải nêu nội dung cần xin ý kiến", "It has to be said what the opinion is asked on"),
    TEXT_REQUIRED("Phải nêu nội dung ý kiến", "The opinion has no text"),
    UNKNOWN_OPINION("Không có yêu cầu lấy ý kiến {opinionId}", "No opinion {opinionId} was asked"),
    OPINION_CLOSED(
            "Yêu cầu lấy ý kiến {opinionId} đã được trả lời hoặc rút lại",
            "Opinion {opinionId} was given or withdrawn before"),
    NOT_ASKED("Chỉ cơ quan được hỏi ({agency}) mới trả lời", "Only the agency that was asked ({agency}) answers"),
    OPINION_OUTSTANDING(
            "Chưa có ý kiến của {agency} ({opinionId})", "The opinion of {agency} ({opinionId}) is not there yet"),
    UNKNOWN_ABSENCE("Không có lần vắng mặt {absenceId}", "There is no absence {absenceId}"),
    ABSENCE_WITHOUT_TIME(
            "Thời gian vắng mặt phải có đầu trước cuối và chưa qua",
            "An absence begins before it ends, and is not over yet"),
    ABSENCE_OVERLAPS("Trùng với lần vắng mặt đã khai báo", "It overlaps with an absence that was declared before"),
    STAND_IN_FOR_ONESELF("Không tự thay thế cho mình", "Nobody stands in for oneself"),
    RECORD_CONFLICT(
            "Bước {recordId} đã được ghi nhận với nội dung khác",
            "Step {recordId} has already been recorded with another content"),
    FINISH_CONFLICT(
            "Hồ sơ đã kết thúc vào thời điểm khác ({ended})",
            "The dossier has already ended at another time ({ended})"),
    APOLOGY_NOT_DRAFTED(
            "Chưa có dự thảo văn bản xin lỗi cho hạn hiện tại, hoặc thời hạn đang tạm dừng",
            "There is no draft of an apology for the present due date, or the clock stands still"),
    PROMISE_NOT_LATER(
            "Ngày hẹn lại phải sau ngày đã hẹn ({promised})",
            "The new date must lie after the one promised ({promised})"),
    PAUSE_HAS_ITS_OWN_ACT(
            "Lý do {reason} được ghi nhận bằng yêu cầu riêng", "Reason {reason} is recorded by a request of its own");

    private final String vietnamese;
    private final String english;

    CaseProblem(String vietnamese, String english) {
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
