package vn.tthc.intake.submission;

import vn.tthc.contracts.decision.ProblemCode;

/** Why a draft is not saved. */
enum DraftProblem implements ProblemCode {
    DRAFTS_TOO_MANY("Mỗi tài khoản giữ được tối đa {most} bản nháp.", "An account keeps {most} drafts at the most."),
    DRAFT_SUBMITTED("Bản nháp này đã được nộp.", "This draft has been filed already.");

    private final String vietnamese;
    private final String english;

    DraftProblem(String vietnamese, String english) {
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
