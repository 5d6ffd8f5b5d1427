package vn.tthc.law;

/** The ten official statuses of a dossier (TrangThaiHoSo) as the national public service portal knows them. */
public enum OfficialStatus {
    REGISTERED(1, "Mới đăng ký", "Newly registered"),
    RECEIVED(2, "Được tiếp nhận", "Received"),
    NOT_RECEIVED(3, "Không được tiếp nhận", "Reception refused"),
    IN_PROCESS(4, "Đang xử lý", "In process"),
    SUPPLEMENT_REQUESTED(5, "Yêu cầu bổ sung giấy tờ", "Supplement requested"),
    FINANCIAL_OBLIGATION(6, "Yêu cầu thực hiện nghĩa vụ tài chính", "Financial obligation requested"),
    WITHDRAWAL_REQUESTED(7, "Công dân yêu cầu rút hồ sơ", "Withdrawal requested by the citizen"),
    STOPPED(8, "Dừng xử lý", "Processing stopped"),
    PROCESSED(9, "Đã xử lý xong", "Processing finished"),
    RETURNED(10, "Đã trả kết quả", "Result returned");

    private final int code;
    private final String vietnamese;
    private final String english;

    OfficialStatus(int code, String vietnamese, String english) {
        this.code = code;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** The national code, 1 to 10. */
    public int code() {
        return code;
    }

    /** The exact official name. */
    public String vietnamese() {
        return vietnamese;
    }

    /** Our English name. */
    public String english() {
        return english;
    }

    /**
     * The status with this national code.
     *
     * @throws IllegalArgumentException when the code is not 1 to 10
     */
    public static OfficialStatus ofCode(int code) {
        if (code < 1 || code > values().length) {
            throw new IllegalArgumentException("official status codes are 1 to 10, not " + code);
        }
        return values()[code - 1];
    }
}
