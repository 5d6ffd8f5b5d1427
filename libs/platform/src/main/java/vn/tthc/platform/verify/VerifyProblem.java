package vn.tthc.platform.verify;

import vn.tthc.contracts.decision.ProblemCode;

/** What can go wrong when balancing the books. */
enum VerifyProblem implements ProblemCode {
    VERIFICATION_REFUSED(
            "Chưa thể đối chiếu lúc này: không đọc được Kafka hoặc đang có một lần đối chiếu khác.",
            "The books cannot be balanced now: Kafka cannot be read, or another comparison is under way.");

    private final String vietnamese;
    private final String english;

    VerifyProblem(String vietnamese, String english) {
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
