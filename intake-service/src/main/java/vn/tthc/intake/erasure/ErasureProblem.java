package vn.tthc.intake.erasure;

import vn.tthc.platform.web.HttpProblem;

/** Why a person is not erased. */
enum ErasureProblem implements HttpProblem {
    NOBODY_TO_ERASE(404, "Không tìm thấy người này trong hệ thống.", "There is no such person in the system."),
    DOSSIER_STILL_RUNNING(
            409,
            "Người này còn hồ sơ đang được giải quyết; chỉ được xóa dữ liệu sau khi hồ sơ kết thúc.",
            "The person has a dossier that is still being processed; the data can be erased when it has ended.");

    private final int status;
    private final String vietnamese;
    private final String english;

    ErasureProblem(int status, String vietnamese, String english) {
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
