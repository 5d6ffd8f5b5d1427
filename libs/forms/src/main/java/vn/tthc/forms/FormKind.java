package vn.tthc.forms;

import org.jspecify.annotations.Nullable;
import vn.tthc.platform.web.Messages;

/**
 * A form of Phụ lục I. The numbers moved with Thông tư 03/2025/TT-VPCP, so a form is named here by what it is, and a
 * number stands beside its circular only.
 */
public enum FormKind {
    /** Given to the applicant at the reception. */
    RECEIPT("01", "01", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "Receipt of a dossier with its appointment"),
    /** Asks the applicant to supplement. */
    SUPPLEMENT_REQUEST("02", "02", "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "Request to supplement a dossier"),
    /** Refuses reception. */
    REFUSAL("03", "03", "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", "Refusal of reception"),
    /** Apologises and names another date. */
    APOLOGY("04", "04", "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT", "Apology and request for more time"),
    /** Tells that processing is stopped at the applicant's wish. */
    STOP(null, "05", "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", "Notice that processing is stopped"),
    /** Who gave the dossier to whom, and when. */
    CONTROL_SHEET("05", "06", "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", "Control sheet"),
    /** The dossier's line in the register. */
    REGISTER_ENTRY("06", "07", "SỔ THEO DÕI HỒ SƠ", "Register of dossiers"),
    /** The register of an agency over some days, which belongs to no dossier. */
    REGISTER("06", "07", "SỔ THEO DÕI HỒ SƠ", "Register of dossiers");

    private static final String OLD_APOLOGY = "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ";

    private final @Nullable String in2018;
    private final String in2025;
    private final String vietnamese;
    private final String english;

    FormKind(@Nullable String in2018, String in2025, String vietnamese, String english) {
        this.in2018 = in2018;
        this.in2025 = in2025;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** Its number (Mẫu số) in an edition, null where that has no such form. */
    public @Nullable String number(Edition edition) {
        return switch (edition) {
            case TT_01_2018 -> in2018;
            case TT_03_2025 -> in2025;
        };
    }

    /** Its name in an edition. */
    public Messages title(Edition edition) {
        return new Messages(this == APOLOGY && edition == Edition.TT_01_2018 ? OLD_APOLOGY : vietnamese, english);
    }
}
