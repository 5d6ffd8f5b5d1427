package vn.tthc.platform.person;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Personal data as somebody may see it who need not know it; nothing in, nothing out. */
public final class Masking {
    private static final int KEPT = 3;
    private static final String HIDDEN = "***";

    private Masking() {}

    /** The first letter of every word: {@code Nguyễn Văn An} is {@code N*** V*** A***}. */
    public static @Nullable String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return Arrays.stream(composed(name).split("\\s+", -1))
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + HIDDEN)
                .collect(Collectors.joining(" "));
    }

    /** The last three digits: {@code *******678}. */
    public static @Nullable String phone(@Nullable String phone) {
        return end(phone);
    }

    /** The last three characters of an identity or tax number. */
    public static @Nullable String identityNumber(@Nullable String number) {
        return end(number);
    }

    /** The first letter and where the mailbox is: {@code a***@example.vn}. */
    public static @Nullable String email(@Nullable String email) {
        if (email == null || email.isBlank()) {
            return null;
        }
        String text = email.strip();
        int at = text.lastIndexOf('@');
        return at < 1 ? HIDDEN : text.substring(0, text.offsetByCodePoints(0, 1)) + HIDDEN + text.substring(at);
    }

    /** The last part of an address, which names the province. */
    public static @Nullable String address(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return null;
        }
        int comma = address.lastIndexOf(',');
        return comma < 0 ? HIDDEN : HIDDEN + ", " + address.substring(comma + 1).strip();
    }

    /** A number too short to hide anything is hidden as a whole. */
    private static @Nullable String end(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String plain = text.replaceAll("[\\s.-]", "");
        return plain.length() < 2 * KEPT
                ? HIDDEN
                : "*".repeat(plain.length() - KEPT) + plain.substring(plain.length() - KEPT);
    }

    /** So that the first letter keeps its marks. */
    private static String composed(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }
}
