package vn.tthc.platform.backup;

import vn.tthc.platform.web.HttpProblem;

/** What can go wrong with a snapshot. */
enum BackupProblem implements HttpProblem {
    SNAPSHOT_EXISTS(409, "Đã có bản sao lưu mang tên này.", "There is a snapshot of that name."),
    SNAPSHOT_FAILED(
            503,
            "Không ghi được bản sao lưu; hãy kiểm tra dung lượng đĩa.",
            "The snapshot cannot be written; look at the free space of the disk.");

    private final int status;
    private final String vietnamese;
    private final String english;

    BackupProblem(int status, String vietnamese, String english) {
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
