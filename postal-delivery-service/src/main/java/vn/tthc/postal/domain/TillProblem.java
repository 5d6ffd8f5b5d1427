package vn.tthc.postal.domain;

import vn.tthc.contracts.decision.ProblemCode;

/** Why something cannot be done to a till. */
public enum TillProblem implements ProblemCode {
    TILL_RECONCILED("Ngày này đã đối soát", "This day has been reconciled"),
    TILL_EMPTY("Ngày này chưa thu gì", "Nothing was taken on this day"),
    TILL_FULL("Mỗi ngày chỉ ghi tối đa {most} khoản", "A day has at most {most} entries"),
    PAYMENT_CONFLICT(
            "Khoản {id} đã được ghi với nội dung khác", "Entry {id} has been recorded already with another content"),
    MORE_THAN_COLLECTED(
            "Chỉ còn {left} đồng thu hộ cơ quan này chưa chuyển",
            "Only {left} đồng collected for this agency are left to pass on"),
    FEE_WITH_DOSSIER(
            "Phí của hồ sơ này đã thu cùng hồ sơ và tự vào quỹ",
            "The fee of this dossier was taken with it and is in the till by itself"),
    NO_SUCH_FEE("Ngày này không có khoản phí {id}", "There is no fee {id} on this day"),
    MORE_THAN_TAKEN(
            "Chỉ còn {left} đồng của khoản phí này có thể trả lại",
            "Only {left} đồng of this fee are left to give back");

    private final String vietnamese;
    private final String english;

    TillProblem(String vietnamese, String english) {
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
