package vn.tthc.law.clock;

/**
 * Why a clock may stand still. A procedure lists the reasons it allows; no reason, no pause. The ground is what the
 * reason rests on in general; the procedure's own article belongs to its catalogue entry.
 */
public enum PauseReason {
    /** From the request for supplements until they are complete. */
    SUPPLEMENT(
            "Chờ bổ sung, hoàn thiện hồ sơ",
            "Waiting for supplements",
            "Thông tư 03/2025/TT-VPCP, Mẫu số 02; Quyết định 766/QĐ-TTg"),
    /** Time in which the person pays tax, fee or charge. */
    FINANCIAL_OBLIGATION(
            "Chờ thực hiện nghĩa vụ tài chính", "Waiting for the financial obligation to be paid", Grounds.LAND),
    /** Time in which the tax authority works out the amount. */
    TAX_DETERMINATION(
            "Chờ cơ quan thuế xác định nghĩa vụ tài chính", "Waiting for the tax authority's figure", Grounds.LAND),
    /** Public posting, or notice in the mass media. */
    PUBLIC_POSTING("Niêm yết công khai, đăng tin", "Public posting or media notice", Grounds.LAND),
    /** Expert appraisal (giám định). */
    APPRAISAL("Trưng cầu giám định", "Expert appraisal", Grounds.LAND),
    /** Opinion asked of another agency. */
    OPINION("Lấy ý kiến cơ quan khác", "Opinion asked of another agency", Grounds.PROCEDURE),
    /** A violation is being dealt with first. */
    VIOLATION_HANDLING("Xử lý vi phạm pháp luật", "Handling of a violation", Grounds.LAND),
    /** Heirs divide the inheritance. */
    INHERITANCE_DIVISION("Phân chia di sản thừa kế", "Division of an inheritance", Grounds.LAND),
    /** Another reason the procedure lists. */
    OTHER_LISTED("Lý do khác do thủ tục quy định", "Another reason the procedure lists", Grounds.PROCEDURE);

    private final String vietnamese;
    private final String english;
    private final String ground;

    PauseReason(String vietnamese, String english, String ground) {
        this.vietnamese = vietnamese;
        this.english = english;
        this.ground = ground;
    }

    /** The reason in Vietnamese. */
    public String vietnamese() {
        return vietnamese;
    }

    /** The reason in English. */
    public String english() {
        return english;
    }

    /** What it rests on; a text with {@code (unsourced)} when no article is confirmed. */
    public String ground() {
        return ground;
    }

    private static final class Grounds {
        static final String LAND = "Nghị định 151/2025/NĐ-CP, Phụ lục I, Phần V.A.II khoản 10";
        static final String PROCEDURE = "Thủ tục hành chính được công bố (unsourced)";
    }
}
