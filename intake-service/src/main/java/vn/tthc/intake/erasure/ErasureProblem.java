package vn.tthc.intake.erasure;

import vn.tthc.contracts.decision.ProblemCode;

/** Why a person is not erased. */
enum ErasureProblem implements ProblemCode {
    NOBODY_TO_ERASE("Không tìm thấy người này trong hệ thống.", "There is no such person in the system."),
    DOSSIER_STILL_RUNNING(
            "Người này còn hồ sơ đang được giải quyết; chỉ được xóa dữ liệu sau khi hồ sơ kết thúc.",
            "The person has a dossier that is still being processed; the data can be erased when it has ended.");

    private final String vietnamese;
    private final String english;

    ErasureProblem(String vietnamese, String english) {
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
