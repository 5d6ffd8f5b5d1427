package vn.tthc.law.lunar;

import java.time.LocalDate;
import java.time.temporal.JulianFields;

/**
 * Conversion between the solar and the Vietnamese lunar calendar by the algorithm of Hồ Ngọc Đức, at UTC+7.
 *
 * <p>A lunar month begins on the day (in Vietnam) of the new moon. Month 11 holds the winter solstice. When thirteen
 * months lie between two months 11, the first one in which the sun enters no new principal term is the leap month. The
 * Chinese calendar is computed for UTC+8 and differs in some years. Meant for the years 1900 to 2199.
 */
public final class LunarCalendar {
    private static final double FIRST_NEW_MOON = 2_415_021.076998695;
    private static final int WINTER_SOLSTICE = 9;

    private LunarCalendar() {}

    /** The solar date of mùng 1 Tết of a lunar year. */
    public static LocalDate newYear(int year) {
        return toSolar(new LunarDate(year, 1, 1, false));
    }

    /**
     * The solar date of a lunar date.
     *
     * @throws IllegalArgumentException when that month has no such day, or that year no such leap month
     */
    public static LocalDate toSolar(LunarDate lunar) {
        int before = lunar.month() < 11 ? lunar.year() - 1 : lunar.year();
        long eleventh = monthEleven(before);
        int offset = Math.floorMod(lunar.month() - 11, 12);
        int leapOffset = leapOffset(eleventh, monthEleven(before + 1));
        if (lunar.leap() && offset + 1 != leapOffset) {
            throw new IllegalArgumentException("no leap month " + lunar.month() + " in lunar year " + lunar.year());
        }
        if (lunar.leap() || offset >= leapOffset) {
            offset++;
        }
        long k = lunation(eleventh) + offset;
        long start = Astronomy.newMoonDay(k);
        if (lunar.day() > Astronomy.newMoonDay(k + 1) - start) {
            throw new IllegalArgumentException("lunar month " + lunar.month() + " has no day " + lunar.day());
        }
        return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, start + lunar.day() - 1);
    }

    /** The lunar date of a solar date. */
    public static LunarDate fromSolar(LocalDate date) {
        long day = date.getLong(JulianFields.JULIAN_DAY);
        long k = (long) Math.floor((day - FIRST_NEW_MOON) / Astronomy.SYNODIC_MONTH) + 1;
        while (Astronomy.newMoonDay(k) > day) {
            k--;
        }
        long start = Astronomy.newMoonDay(k);
        int before = monthEleven(date.getYear()) > start ? date.getYear() - 1 : date.getYear();
        long eleventh = monthEleven(before);
        int offset = (int) (k - lunation(eleventh));
        int leapOffset = leapOffset(eleventh, monthEleven(before + 1));
        int months = offset >= leapOffset ? offset - 1 : offset;
        int month = (months + 10) % 12 + 1;
        return new LunarDate(month >= 11 ? before : before + 1, month, (int) (day - start) + 1, offset == leapOffset);
    }

    /** First day of lunar month 11, the month of the winter solstice, of a solar year. */
    private static long monthEleven(int year) {
        long lastDay = LocalDate.of(year, 12, 31).getLong(JulianFields.JULIAN_DAY);
        long k = (long) Math.floor((lastDay - Math.floor(FIRST_NEW_MOON)) / Astronomy.SYNODIC_MONTH);
        long start = Astronomy.newMoonDay(k);
        return Astronomy.sunSector(start) >= WINTER_SOLSTICE ? Astronomy.newMoonDay(k - 1) : start;
    }

    private static long lunation(long monthStart) {
        return (long) Math.floor((monthStart - FIRST_NEW_MOON) / Astronomy.SYNODIC_MONTH + 0.5);
    }

    /** How many months after month 11 the leap month stands; beyond every month when there is none. */
    private static int leapOffset(long eleventh, long nextEleventh) {
        if (nextEleventh - eleventh <= 365) {
            return Integer.MAX_VALUE;
        }
        long k = lunation(eleventh);
        int offset = 1;
        while (offset < 13
                && Astronomy.sunSector(Astronomy.newMoonDay(k + offset))
                        != Astronomy.sunSector(Astronomy.newMoonDay(k + offset + 1))) {
            offset++;
        }
        return offset;
    }
}
