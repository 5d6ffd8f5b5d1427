package vn.tthc.platform.web;

/** What can go wrong with any request, whatever the service. */
public enum CommonProblem implements HttpProblem {
    VALIDATION_FAILED(400, "Dữ liệu gửi lên chưa hợp lệ.", "The data sent is not valid."),
    MALFORMED_REQUEST(400, "Yêu cầu không đúng định dạng.", "The request is malformed."),
    UNAUTHENTICATED(401, "Bạn cần đăng nhập để thực hiện việc này.", "You need to sign in to do this."),
    FORBIDDEN(403, "Bạn không có quyền thực hiện việc này.", "You are not allowed to do this."),
    DELEGATION_NOT_IN_FORCE(
            403,
            "Việc ủy quyền này không dành cho bạn, chưa bắt đầu hoặc đã hết hiệu lực.",
            "This delegation is not to you, has not begun, or is over."),
    NOT_FOUND(404, "Không tìm thấy nội dung được yêu cầu.", "What was asked for does not exist."),
    METHOD_NOT_ALLOWED(405, "Phương thức này không dùng được tại địa chỉ này.", "This method cannot be used here."),
    NOT_ACCEPTABLE(406, "Hệ thống chỉ trả lời bằng JSON tại địa chỉ này.", "Answers here come as JSON only."),
    STALE_VERSION(
            412,
            "Nội dung đã được người khác thay đổi. Hãy tải lại rồi thực hiện lại.",
            "Someone has changed it in the meantime. Load it again, then repeat."),
    PAYLOAD_TOO_LARGE(413, "Nội dung gửi lên quá lớn.", "The content sent is too large."),
    UNSUPPORTED_MEDIA_TYPE(415, "Hãy gửi nội dung dưới dạng JSON.", "Send the content as JSON."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "Idempotency-Key này đã được dùng cho một yêu cầu khác.",
            "This Idempotency-Key was used before for another request."),
    PRECONDITION_REQUIRED(
            428, "Cần gửi kèm If-Match với phiên bản bạn đã xem.", "Send If-Match with the version you have seen."),
    TOO_MANY_REQUESTS(
            429, "Bạn gửi quá nhiều yêu cầu. Hãy thử lại sau.", "You are sending too many requests. Try again later."),
    INTERNAL_ERROR(
            500,
            "Hệ thống gặp lỗi. Sự việc đã được ghi lại; hãy thử lại sau.",
            "Something went wrong here. It has been recorded; try again later."),
    NOT_YET_VISIBLE(
            503,
            "Dữ liệu vừa cập nhật chưa kịp hiển thị. Hãy thử lại sau giây lát.",
            "The latest change is not visible here yet. Try again in a moment."),
    IDENTITY_UNAVAILABLE(
            503,
            "Chưa kiểm tra được thẻ truy cập vì hệ thống định danh không trả lời. Hãy thử lại sau giây lát.",
            "The token cannot be checked now, because the identity provider does not answer. Try again in a moment."),
    OVERLOADED(503, "Hệ thống đang bận. Hãy thử lại sau giây lát.", "The system is busy. Try again in a moment."),
    OUTCOME_UNKNOWN(
            503,
            "Chưa rõ yêu cầu đã được ghi nhận hay chưa. Hãy gửi lại với cùng Idempotency-Key.",
            "It is not clear whether the request was recorded. Send it again with the same Idempotency-Key.");

    private final int status;
    private final String vietnamese;
    private final String english;

    CommonProblem(int status, String vietnamese, String english) {
        this.status = status;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    @Override
    public int status() {
        return status;
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
