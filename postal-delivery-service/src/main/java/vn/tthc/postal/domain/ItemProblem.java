package vn.tthc.postal.domain;

import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.ProblemCode;

/** Why the post says no. */
public enum ItemProblem implements ProblemCode {
    ITEM_NOT_OPEN(null, "Chưa có bưu gửi này", "There is no such item yet"),
    SCAN_CONFLICT(
            "scanId",
            "Lần quét {scanId} đã được ghi nhận với nội dung khác",
            "Scan {scanId} has already been recorded with another content"),
    PROOF_REQUIRED(
            "proof",
            "Phát thành công phải có bằng chứng: người nhận, quan hệ, giấy tờ xuất trình",
            "A delivery needs its proof: recipient, relation, paper shown"),
    SIGNATURE_REQUIRED(
            "proof.signatureHash",
            "Bằng chứng phát phải có ảnh chữ ký hoặc mã xác nhận một lần",
            "A proof of delivery has the image of a signature or a one-time code"),
    PROOF_WITHOUT_DELIVERY(
            "proof", "Chỉ lần quét phát thành công mới có bằng chứng phát", "Only a delivery has a proof of delivery"),
    REASON_REQUIRED(
            "reason",
            "Phát không thành công phải nêu lý do theo Điều 17 khoản 1 Luật Bưu chính 2010",
            "A failed attempt needs a reason of Article 17 clause 1 of the Law on Post 2010"),
    REASON_WITHOUT_FAILURE(
            "reason", "Chỉ lần quét phát không thành công mới có lý do", "Only a failed attempt has a reason"),
    TOO_MANY_SCANS("scans", "Mỗi lần chỉ ghi tối đa {most} lần quét", "At most {most} scans are recorded at a time"),
    ITEM_FULL(
            "scanId",
            "Bưu gửi đã có {most} lần quét; chỉ còn ghi nhận phát thành công hoặc chuyển hoàn",
            "The item has {most} scans; only that it was delivered or returned is still recorded"),
    ANOMALY_UNKNOWN(
            "scanId", "Lần quét {scanId} không phải lần quét để riêng", "Scan {scanId} is none that was set aside"),
    ANOMALY_SETTLED(
            "scanId",
            "Lần quét để riêng {scanId} đã được giải quyết",
            "The scan {scanId} that was set aside has been settled already"),
    CORRECTION_NOT_APPLIED(
            "correction",
            "Phải nêu lần quét nói điều đã xảy ra, đã được ghi và không để riêng",
            "Must name a scan that tells what happened, that was told and is not set aside itself"),
    CORRECTION_NOT_NEEDED(
            "correction",
            "Chỉ nêu lần quét thay thế khi kết luận là đã có lần quét khác",
            "Another scan is named only when the ruling is that it was corrected by one"),
    ALREADY_DISPATCHED(
            null,
            "Bưu điện đã nhận bưu gửi, chỉ có thể chuyển tiếp đến địa chỉ khác",
            "The post has the item already; it can only be redirected"),
    ALREADY_DELIVERED(null, "Bưu gửi đã được phát", "The item has been delivered"),
    ON_ITS_WAY_BACK(
            null, "Bưu gửi đang hoặc đã chuyển hoàn", "The item is on its way back to its sender, or there already"),
    NO_IDENTIFIERS(
            null,
            "Dải mã bưu gửi của điểm này và dải dự phòng đã hết",
            "The item identifiers of this point and the reserve are used up"),
    NOT_INBOUND(null, "Bưu gửi này không phải hồ sơ gửi đến", "This item carries no dossier from a citizen"),
    NOT_A_RESULT(
            null,
            "Giấy tờ phải nộp lại chỉ được thu khi phát kết quả",
            "Papers are surrendered only to the item that brings a result"),
    ALREADY_SURRENDERED(
            null,
            "Giấy tờ phải nộp lại của hồ sơ này đã được thu",
            "The papers to be surrendered for this dossier have been taken already"),
    ALREADY_CHECKED(null, "Hồ sơ này đã được đối chiếu", "This dossier has been compared already"),
    ALREADY_HANDED_OVER(
            null, "Bưu gửi này đã được giao cho bưu điện", "This item has been handed over to the post already"),
    FROM_A_CITIZEN(
            null,
            "Bưu gửi này do người dân gửi, không giao từ một cửa",
            "A citizen gave this item to the post; no one-stop hands it over"),
    ITEM_CANCELLED(null, "Bưu gửi đã hủy", "The item was cancelled"),
    ALREADY_SPLIT(null, "Chỉ bưu gửi thứ nhất được tách, một lần", "Only the first item is split, and only once"),
    NUMBER_OF_ITEMS("of", "Số bưu gửi từ 2 đến {most}", "The number of items is 2 to {most}");

    private final @Nullable String field;
    private final String vietnamese;
    private final String english;

    ItemProblem(@Nullable String field, String vietnamese, String english) {
        this.field = field;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** The field of a request it blames, null when it is none. */
    public @Nullable String field() {
        return field;
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
