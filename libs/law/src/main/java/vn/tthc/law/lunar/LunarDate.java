package vn.tthc.law.lunar;

/**
 * A date of the Vietnamese lunar calendar (âm lịch).
 *
 * @param year the lunar year, numbered as the solar year in which it begins
 * @param month 1 to 12
 * @param day 1 to 30
 * @param leap whether the month is the leap one (tháng nhuận)
 */
public record LunarDate(int year, int month, int day, boolean leap) {
    public LunarDate {
        if (month < 1 || month > 12 || day < 1 || day > 30) {
            throw new IllegalArgumentException("no lunar date " + day + "/" + month);
        }
    }
}
