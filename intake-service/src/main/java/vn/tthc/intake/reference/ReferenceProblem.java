package vn.tthc.intake.reference;

import vn.tthc.contracts.decision.ProblemCode;

/** Why a publication is refused though it makes sense by itself. */
enum ReferenceProblem implements ProblemCode {
    VERSION_EXISTS(
            "Phiên bản {version} đã được công bố với nội dung khác; hãy dùng số phiên bản mới.",
            "Version {version} has been published with other content; use a new version."),
    VALIDITY_OVERLAPS(
            "Phiên bản {other} đã có hiệu lực từ {day}; phiên bản mới phải bắt đầu sau đó.",
            "Version {other} is in force from {day}; a new one begins after that."),
    PUBLISHED_MEANWHILE(
            "Nội dung khác vừa được công bố. Hãy xem lại rồi công bố lại.",
            "Something else was published in the meantime. Look again, then repeat.");

    private final String vietnamese;
    private final String english;

    ReferenceProblem(String vietnamese, String english) {
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
