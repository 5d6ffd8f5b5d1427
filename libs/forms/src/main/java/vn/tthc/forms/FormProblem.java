package vn.tthc.forms;

import vn.tthc.platform.web.HttpProblem;

/** Why a form is not given out. */
public enum FormProblem implements HttpProblem {
    FORM_WITHOUT_GROUND(
            404,
            "Hồ sơ chưa có sự kiện làm căn cứ để lập mẫu này.",
            "Nothing has happened to this dossier yet that this form would be made of."),
    FORM_NOT_IN_EDITION(
            404,
            "Bộ mẫu của Thông tư {circular}, áp dụng cho hồ sơ này, không có mẫu này.",
            "The forms of Circular {circular}, which this dossier has, do not include this one.");

    private final int status;
    private final String vietnamese;
    private final String english;

    FormProblem(int status, String vietnamese, String english) {
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
