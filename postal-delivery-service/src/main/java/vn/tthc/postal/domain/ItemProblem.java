package vn.tthc.postal.domain;

import vn.tthc.contracts.decision.ProblemCode;

/** Why the post says no. */
public enum ItemProblem implements ProblemCode {
    ITEM_NOT_OPEN("Chưa có bưu gửi này", "There is no such item yet"),
    SCAN_CONFLICT(
            "Lần quét {scanId} đã được ghi nhận với nội dung khác",
            "Scan {scanId} has already been recorded with another content"),
    PROOF_REQUIRED(
            "Phát thành công phải có bằng chứng: người nhận, quan hệ, giấy tờ xuất trình",
            "A delivery needs its proof: recipient, relation, paper shown"),
    PROOF_WITHOUT_DELIVERY(
            "Chỉ lần quét phát thành công mới có bằng chứng phát", "Only a delivery has a proof of delivery"),
    REASON_REQUIRED(
            "Phát không thành công phải nêu lý do theo Điều 17 khoản 1 Luật Bưu chính 2010",
            "A failed attempt needs a reason of Article 17 clause 1 of the Law on Post 2010"),
    REASON_WITHOUT_FAILURE("Chỉ lần quét phát không thành công mới có lý do", "Only a failed attempt has a reason");

    private final String vietnamese;
    private final String english;

    ItemProblem(String vietnamese, String english) {
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
