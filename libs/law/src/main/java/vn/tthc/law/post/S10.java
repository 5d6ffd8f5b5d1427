package vn.tthc.law.post;

import java.util.Locale;
import java.util.Optional;

/**
 * The UPU S10 item identifier (mã bưu gửi): two letters of service, eight digits, a check digit, two letters of country.
 *
 * <p>The check digit is 11 minus the weighted sum modulo 11, where 10 is written 0 and 11 is written 5. As a remainder of 0
 * and one of 6 are both written 5, the scheme misses an error that turns one into the other; it catches every other error
 * in one digit, and an error in the check digit itself always.
 *
 * <p>Identifiers of domestic items have the same shape (unsourced): a text that is not S10 may still be an identifier of a
 * carrier, so callers warn and do not refuse.
 */
public final class S10 {
    private static final int LENGTH = 13;
    private static final int MAX_SERIAL = 99_999_999;
    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    private S10() {}

    /** Whether the text is an S10 identifier, in upper case and without blanks, with the right check digit. */
    public static boolean valid(String text) {
        return reason(text).isEmpty();
    }

    /** Why the text is not an S10 identifier; empty when it is one. */
    public static Optional<S10Problem> reason(String text) {
        if (text.length() != LENGTH) {
            return Optional.of(S10Problem.LENGTH);
        }
        if (!letters(text, 0)) {
            return Optional.of(S10Problem.SERVICE_INDICATOR);
        }
        if (!text.substring(2, 11).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(S10Problem.SERIAL);
        }
        if (!letters(text, 11)) {
            return Optional.of(S10Problem.COUNTRY);
        }
        int serial = Integer.parseInt(text.substring(2, 10));
        return text.charAt(10) - '0' == checkDigit(serial) ? Optional.empty() : Optional.of(S10Problem.CHECK_DIGIT);
    }

    /**
     * The identifier of a serial number.
     *
     * @param serviceIndicator two letters A-Z, e.g. {@code RR}
     * @param serial 0 to 99,999,999
     * @param country two letters A-Z, e.g. {@code VN}
     * @throws IllegalArgumentException when a part is not so
     */
    public static String of(String serviceIndicator, int serial, String country) {
        if (serviceIndicator.length() != 2 || !letters(serviceIndicator, 0)) {
            throw new IllegalArgumentException("a service indicator is two letters A-Z, not " + serviceIndicator);
        }
        if (country.length() != 2 || !letters(country, 0)) {
            throw new IllegalArgumentException("a country code is two letters A-Z, not " + country);
        }
        return String.format(Locale.ROOT, "%s%08d%d%s", serviceIndicator, serial, checkDigit(serial), country);
    }

    /**
     * The check digit of a serial number.
     *
     * @param serial 0 to 99,999,999
     */
    public static int checkDigit(int serial) {
        if (serial < 0 || serial > MAX_SERIAL) {
            throw new IllegalArgumentException("a serial number has eight digits, not " + serial);
        }
        int sum = 0;
        int rest = serial;
        for (int i = WEIGHTS.length - 1; i >= 0; i--) {
            sum += rest % 10 * WEIGHTS[i];
            rest /= 10;
        }
        int check = 11 - sum % 11;
        return check == 10 ? 0 : check == 11 ? 5 : check;
    }

    private static boolean letters(String text, int at) {
        return text.substring(at, at + 2).chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }
}
