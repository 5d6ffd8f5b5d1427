package vn.tthc.query;

import java.time.LocalDate;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.law.Level;

/** Agencies that tests speak of. */
public final class Agencies {
    public static final AgencyRef XA = agency("24781", "UBND xã Lạc Dương", "Lạc Dương Commune", Level.XA);
    public static final AgencyRef TINH = agency("68-STP", "Sở Tư pháp", "Department of Justice", Level.TINH);
    public static final AgencyRef TRUNG_UONG = agency("G15", "Bộ Tư pháp", "Ministry of Justice", Level.TRUNG_UONG);
    public static final AgencyRef ELSEWHERE = agency("22918", "UBND xã Hàm Thuận", "Hàm Thuận Commune", Level.XA);

    private Agencies() {}

    private static AgencyRef agency(String code, String name, String nameEn, Level level) {
        return new AgencyRef(code + "@2025-07-01", name, nameEn, level, LocalDate.of(2025, 7, 1), null);
    }
}
