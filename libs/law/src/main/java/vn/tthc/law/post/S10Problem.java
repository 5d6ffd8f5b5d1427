package vn.tthc.law.post;

/** Why a text is not a valid S10 item identifier; the first that applies, in this order. */
public enum S10Problem {
    LENGTH("Mã bưu gửi phải có 13 ký tự", "An item identifier has 13 characters"),
    SERVICE_INDICATOR("Hai ký tự đầu phải là chữ cái A-Z", "The first two characters are letters A-Z"),
    SERIAL("Chín ký tự ở giữa phải là chữ số", "The nine characters in the middle are digits"),
    COUNTRY("Hai ký tự cuối phải là mã nước, chữ cái A-Z", "The last two characters are a country code, letters A-Z"),
    CHECK_DIGIT("Sai số kiểm tra, có thể đã gõ nhầm", "The check digit is wrong, probably a typing error");

    private final String vietnamese;
    private final String english;

    S10Problem(String vietnamese, String english) {
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
