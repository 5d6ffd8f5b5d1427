package vn.tthc.platform.web;

import vn.tthc.contracts.decision.ProblemCode;

/** What can be wrong with one field of a request; the answer to a request says it more exactly. */
public enum FieldReason implements ProblemCode {
    REQUIRED("Không được để trống.", "Must not be empty."),
    SIZE("Độ dài hoặc số mục ngoài giới hạn.", "Too short or too long, or too few or too many entries."),
    PATTERN("Không đúng định dạng.", "Does not have the right format."),
    EMAIL("Không phải là địa chỉ thư điện tử.", "Is not an e-mail address."),
    TOO_SMALL("Nhỏ hơn mức cho phép.", "Less than is allowed."),
    TOO_LARGE("Lớn hơn mức cho phép.", "More than is allowed."),
    WRONG_TIME("Thời điểm phải ở phía bên kia của hiện tại.", "Lies on the wrong side of the present."),
    WRONG_TYPE("Giá trị không đúng kiểu.", "The value is of the wrong type."),
    NOT_ALLOWED_VALUE("Không thuộc các giá trị được phép.", "Is none of the values that are allowed."),
    BAD_TIME(
            "Phải là thời điểm có múi giờ, ví dụ 2026-03-02T08:00:00+07:00.",
            "Must be a moment with an offset, such as 2026-03-02T08:00:00+07:00."),
    BAD_DATE(
            "Phải là ngày theo dạng năm-tháng-ngày, ví dụ 2026-03-02.",
            "Must be a day written year-month-day, such as 2026-03-02."),
    UNKNOWN_FIELD("Không có trường dữ liệu này.", "There is no such field."),
    INVALID("Giá trị không hợp lệ.", "The value is not valid."),
    UNKNOWN("Không có đối tượng được nêu.", "What is named does not exist."),
    UNKNOWN_AGENCY("Danh mục không có cơ quan này.", "The catalogue has no such agency."),
    UNKNOWN_PROCEDURE("Danh mục không có thủ tục này.", "The catalogue has no such procedure."),
    UNKNOWN_CALENDAR("Không có lịch làm việc này.", "There is no such calendar."),
    UNKNOWN_FILE("Chưa có tệp này; hãy gửi tệp trước.", "There is no such file; send it to /api/v1/blobs first."),
    NOT_ONE_SUCCESSOR(
            "Cơ quan còn tồn tại, hoặc không có đúng một đơn vị kế thừa.",
            "The agency still exists, or has not exactly one successor."),
    NOT_VALID("Cơ quan này không tồn tại hôm nay.", "The agency does not exist today."),
    NOT_A_DAY("Không phải ngày có thật.", "Is not a day of the calendar."),
    NEEDS_AGENCY("Chỉ dùng kèm mã cơ quan.", "Only together with an agency id."),
    IN_THE_FUTURE("Thời điểm này ở trong tương lai.", "This moment lies in the future."),
    TOO_FAR_AHEAD("Thời điểm này quá xa trong tương lai.", "This moment lies too far in the future."),
    BEFORE_FROM("Thời điểm kết thúc sớm hơn bắt đầu.", "It ends before it begins."),
    OUT_OF_RANGE("Nằm ngoài lịch làm việc.", "Lies beyond the calendar."),
    CANNOT_WORK("Nội dung công bố không thể vận hành.", "What is published could not work.");

    private final String vietnamese;
    private final String english;

    FieldReason(String vietnamese, String english) {
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
