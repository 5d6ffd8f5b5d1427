package vn.tthc.platform.backup;

import vn.tthc.contracts.decision.ProblemCode;

/** What can go wrong with a snapshot. */
enum BackupProblem implements ProblemCode {
    SNAPSHOT_EXISTS("Đã có bản sao lưu mang tên này.", "There is a snapshot of that name."),
    SNAPSHOT_FAILED(
            "Không ghi được bản sao lưu; hãy kiểm tra dung lượng đĩa.",
            "The snapshot cannot be written; look at the free space of the disk.");

    private final String vietnamese;
    private final String english;

    BackupProblem(String vietnamese, String english) {
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
