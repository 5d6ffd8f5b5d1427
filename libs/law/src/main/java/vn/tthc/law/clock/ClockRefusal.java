package vn.tthc.law.clock;

/** Why a step of the clock is refused. */
public enum ClockRefusal {
    REASON_NOT_LISTED(
            "Thủ tục không quy định lý do tạm dừng này", "The procedure does not list this reason for a pause"),
    ALREADY_PAUSED("Thời hạn đang tạm dừng vì lý do này", "The clock already stands still for this reason"),
    NOT_PAUSED("Thời hạn không tạm dừng vì lý do này", "The clock does not stand still for this reason"),
    BACK_IN_TIME("Thời điểm trước sự kiện đã có", "The moment lies before what already happened"),
    NO_DUE_DATE(
            "Thời hạn đang tạm dừng, chưa có hạn trả kết quả",
            "The clock stands still, there is no due date to extend"),
    NOT_LATER("Ngày hẹn lại phải sau hạn đã có", "The new date must be later than the one promised"),
    NOTICE_TOO_LATE(
            "Phải xin lỗi trước khi hết hạn theo quy định", "The apology must be recorded in time before the due date"),
    TOO_LONG("Ngày hẹn lại quá xa so với hạn", "The new date lies too far after the due date"),
    EXTENSIONS_USED_UP("Đã hết số lần gia hạn", "No extension is left");

    private final String vietnamese;
    private final String english;

    ClockRefusal(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** The reason in Vietnamese. */
    public String vietnamese() {
        return vietnamese;
    }

    /** The reason in English. */
    public String english() {
        return english;
    }
}
