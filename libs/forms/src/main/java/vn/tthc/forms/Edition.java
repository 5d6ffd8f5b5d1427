package vn.tthc.forms;

import java.time.Instant;
import java.time.LocalDate;
import vn.tthc.law.clock.VietnamTime;

/** Which circular's forms a dossier has. */
public enum Edition {
    /** The six forms under Nghị định 61/2018/NĐ-CP. */
    TT_01_2018("01/2018/TT-VPCP"),
    /** The seven forms under Nghị định 118/2025/NĐ-CP. */
    TT_03_2025("03/2025/TT-VPCP");

    private final String circular;

    Edition(String circular) {
        this.circular = circular;
    }

    /** Number of the circular. */
    public String circular() {
        return circular;
    }

    /**
     * A dossier is finished under the rules of the day it came in, and so are its papers. The first day of the new forms
     * is told and not known here: the circular is of 15/09/2025, on which day it came into force was not found.
     *
     * @param cameIn when it was received; when it was filed, as long as it is not
     * @param newFormsFrom first day of Thông tư 03/2025/TT-VPCP
     */
    public static Edition of(Instant cameIn, LocalDate newFormsFrom) {
        return VietnamTime.date(cameIn).isBefore(newFormsFrom) ? TT_01_2018 : TT_03_2025;
    }
}
