package vn.tthc.intake.domain;

import vn.tthc.contracts.decision.ProblemCode;

/** Why a delegation is not granted or revoked. */
public enum DelegationProblem implements ProblemCode {
    DELEGATION_EXISTS("Việc ủy quyền này đã được ghi nhận.", "This delegation has been recorded already."),
    ROLE_NOT_HELD(
            "Chỉ ủy quyền được vai trò mà bạn đang giữ ({roles}).", "You can delegate roles that you hold: {roles}."),
    ROLE_NOT_DELEGABLE("Vai trò này không ủy quyền được.", "This role cannot be delegated."),
    DELEGATED_ROLE(
            "Người được ủy quyền không được ủy quyền lại.", "Whoever acts by delegation cannot delegate any further."),
    DELEGATION_TO_ONESELF("Không tự ủy quyền cho mình.", "Nobody delegates to oneself."),
    DELEGATION_WITHOUT_TIME(
            "Thời gian ủy quyền phải có đầu trước cuối, chưa qua và không quá một năm.",
            "A delegation begins before it ends, is not over yet, and lasts a year at most."),
    UNKNOWN_DELEGATION("Không có việc ủy quyền này.", "There is no such delegation."),
    DELEGATION_OVER("Việc ủy quyền này đã hết hiệu lực.", "This delegation is over already.");

    private final String vietnamese;
    private final String english;

    DelegationProblem(String vietnamese, String english) {
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
