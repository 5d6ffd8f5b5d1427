package vn.tthc.law.code;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A dossier code (mã số hồ sơ). Opaque after issue: nothing is ever read out of it again, it is only compared.
 *
 * <p>Issued as {@code H36.NNN-YYYYMMDD-NNNNNNN}: unit, date of reception, number of that unit and day. The shape is the
 * one seen in use in 2026; the annex of Thông tư 03/2025/TT-VPCP with the official pattern was not found (unsourced). The
 * old shape is that of Thông tư 01/2018/TT-VPCP, Điều 19.
 *
 * @param value the code as printed
 */
public record DossierCode(String value) {
    /** The code of Lâm Đồng. */
    public static final String PROVINCE = "H36";

    private static final int MAX_AGENCY = 999;
    /** The most dossiers of a unit and day that the shape holds. */
    public static final long MAX_SEQUENCE = 9_999_999;

    /** The most dossiers of a unit and day that the old shape holds. */
    public static final long MAX_OLD_SEQUENCE = 9_999;

    private static final int MAX_OLD_UNIT = 99;
    private static final Pattern OLD_UNIT = Pattern.compile("\\d{3}\\.\\d{2}\\.\\d{2}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter OLD_DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final Pattern ACCEPTABLE = Pattern.compile(
            "(\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2}|[A-Z]\\d{2}(\\.\\d{2,3}){1,3})-(\\d{6}|\\d{8})-\\d{4,7}");

    public DossierCode {
        if (!isAcceptable(value)) {
            throw new IllegalArgumentException("not a dossier code");
        }
    }

    /**
     * The code to issue.
     *
     * @param agencyNumber the unit's number within the province, 0 to 999; 0 is the province's own one-stop
     * @param day the date of reception in Vietnam
     * @param sequence the dossier's number of that unit and day, 1 to 9,999,999
     * @throws IllegalArgumentException when a part is out of range
     */
    public static String format(int agencyNumber, LocalDate day, long sequence) {
        if (agencyNumber < 0 || agencyNumber > MAX_AGENCY) {
            throw new IllegalArgumentException("agency number is 0 to " + MAX_AGENCY + ", not " + agencyNumber);
        }
        require(sequence, MAX_SEQUENCE, "sequence");
        return String.format(Locale.ROOT, "%s.%03d-%s-%07d", PROVINCE, agencyNumber, DAY.format(day), sequence);
    }

    /** As {@link #format}, as a value. */
    public static DossierCode issue(int agencyNumber, LocalDate day, long sequence) {
        return new DossierCode(format(agencyNumber, day, sequence));
    }

    /**
     * The old shape, {@code 000.00.12.H36-240115-0001}, for dossiers of the time before.
     *
     * @param unit the second-level unit, 1 to 99
     * @param day the date of reception in Vietnam
     * @param sequence the dossier's number of that unit and day, 1 to 9,999: the old form holds no more
     * @throws IllegalArgumentException when a part is out of range
     */
    public static String formatOld(int unit, LocalDate day, int sequence) {
        require(unit, MAX_OLD_UNIT, "unit");
        return formatOld(String.format(Locale.ROOT, "000.00.%02d", unit), day, sequence);
    }

    /**
     * As {@link #formatOld(int, LocalDate, int)}, of a unit of whatever level.
     *
     * @param unit fourth, third and second level of the unit as the identifier codes had them, such as {@code 000.17.22}
     * @throws IllegalArgumentException when a part is out of range
     */
    public static String formatOld(String unit, LocalDate day, long sequence) {
        if (!isOldUnit(unit)) {
            throw new IllegalArgumentException("not a unit of the old shape: " + unit);
        }
        require(sequence, MAX_OLD_SEQUENCE, "sequence");
        return String.format(Locale.ROOT, "%s.%s-%s-%04d", unit, PROVINCE, OLD_DAY.format(day), sequence);
    }

    /** Whether a text can stand for the unit in the old shape. */
    public static boolean isOldUnit(String text) {
        return OLD_UNIT.matcher(text).matches();
    }

    /** Whether a text has the shape of a dossier code, ours, old or of another province or ministry. */
    public static boolean isAcceptable(String text) {
        return ACCEPTABLE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }

    private static void require(long part, long max, String name) {
        if (part < 1 || part > max) {
            throw new IllegalArgumentException(name + " is 1 to " + max + ", not " + part);
        }
    }
}
