package vn.tthc.intake.domain;

import vn.tthc.contracts.decision.ProblemCode;

/** Why a dossier code is not given. */
public enum CodeProblem implements ProblemCode {
    CODES_ALREADY_RESERVED("Dãy mã này đã được giữ trước.", "These codes have been set aside already."),
    CODE_NOT_RESERVED(
            "Mã {code} không nằm trong dãy mã đã giữ trước cho nơi tiếp nhận này.",
            "Code {code} is none of those set aside for this one-stop."),
    CODE_ALREADY_USED(
            "Mã {code} đã được cấp cho một hồ sơ khác.", "Code {code} has been given to another dossier already."),
    CODES_USED_UP(
            "Đã cấp hết mã hồ sơ của ngày {day} (tối đa {most}).",
            "The dossier codes of {day} are used up (there are {most}).");

    private final String vietnamese;
    private final String english;

    CodeProblem(String vietnamese, String english) {
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
