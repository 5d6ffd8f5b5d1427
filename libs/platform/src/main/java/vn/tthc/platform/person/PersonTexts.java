package vn.tthc.platform.person;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Personal data in one form, however somebody typed it, so that it can be compared. */
public final class PersonTexts {
    private static final Pattern NOT_IN_A_NUMBER = Pattern.compile("[^0-9A-Z]");
    private static final Pattern NOT_A_DIGIT = Pattern.compile("[^0-9]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final String COUNTRY = "84";

    private PersonTexts() {}

    /** An identity, passport or tax number: digits and capital letters. */
    public static String identityNumber(String typed) {
        return NOT_IN_A_NUMBER
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT))
                .replaceAll("");
    }

    /** A phone number as dialled within the country: {@code +84 912 345 678} is {@code 0912345678}. */
    public static String phone(String typed) {
        String digits = NOT_A_DIGIT
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        String noPrefix = digits.startsWith("00") ? digits.substring(2) : digits;
        boolean foreignForm = typed.strip().startsWith("+") || digits.startsWith("00");
        return foreignForm && noPrefix.startsWith(COUNTRY) ? "0" + noPrefix.substring(COUNTRY.length()) : noPrefix;
    }

    /** The words of a name, in lower case, with their marks. */
    public static List<String> words(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN_WORDS.split(composed, -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** A word without its marks: {@code đặng} is {@code dang}. */
    public static String plain(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
    }
}
