package vn.tthc.platform.verify;

import vn.tthc.platform.web.HttpProblem;

/** What can go wrong when balancing the books. */
enum VerifyProblem implements HttpProblem {
    VERIFICATION_REFUSED(
            503,
            "Chưa thể đối chiếu lúc này: không đọc được Kafka hoặc đang có một lần đối chiếu khác.",
            "The books cannot be balanced now: Kafka cannot be read, or another comparison is under way.");

    private final int status;
    private final String vietnamese;
    private final String english;

    VerifyProblem(int status, String vietnamese, String english) {
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
