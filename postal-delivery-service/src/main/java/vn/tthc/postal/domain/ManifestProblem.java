package vn.tthc.postal.domain;

import vn.tthc.contracts.decision.ProblemCode;

/** Why something cannot be done to a manifest. */
public enum ManifestProblem implements ProblemCode {
    NO_SUCH_MANIFEST("Chưa có bản kê này", "There is no such manifest yet"),
    MANIFEST_CLOSED("Bản kê đã đóng, không thêm được bưu gửi", "The manifest is closed; nothing more goes on it"),
    MANIFEST_EMPTY("Bản kê chưa có bưu gửi nào", "There is nothing on the manifest"),
    MANIFEST_FULL("Bản kê chỉ chứa tối đa {most} bưu gửi", "A manifest holds at most {most} items"),
    MANIFEST_NOT_CLOSED("Phải đóng bản kê trước khi giao", "A manifest is closed before it is handed over"),
    MANIFEST_NOT_HANDED_OVER("Bản kê chưa được giao đi", "The manifest has not been handed over"),
    MANIFEST_HANDED_OVER("Bản kê đã được giao đi", "The manifest has been handed over"),
    MANIFEST_ACCEPTED("Bản kê đã được nhận", "The manifest has been accepted");

    private final String vietnamese;
    private final String english;

    ManifestProblem(String vietnamese, String english) {
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
