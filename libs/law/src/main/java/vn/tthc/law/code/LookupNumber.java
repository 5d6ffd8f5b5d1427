package vn.tthc.law.code;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The number under which a person asks for a dossier, {@code N-XXXX-XXXX-XXXX}: the first 60 bits of the dossier's id in
 * Crockford's Base32. It is no secret and gives nothing away alone. Made for random ids (version 4), of whose first 60
 * bits 56 are random.
 *
 * @param value the number as printed
 */
public record LookupNumber(String value) {
    private static final int CHARACTERS = 12;
    private static final Pattern PRINTED = Pattern.compile("N(-[0-9A-HJKMNP-TV-Z]{4}){3}");

    private static final Pattern PREFIX = Pattern.compile("^\\s*[Nn][\\s\\p{Z}\\p{Pd}]+");

    public LookupNumber {
        if (!PRINTED.matcher(value).matches()) {
            throw new IllegalArgumentException("a look-up number reads N-XXXX-XXXX-XXXX");
        }
    }

    /** The number of a dossier. */
    public static LookupNumber of(UUID dossierId) {
        return printed(Base32.encode(dossierId.getMostSignificantBits() >>> 4, CHARACTERS));
    }

    /**
     * The number a person typed: in lower case, without dashes or the leading N, with O for 0 and I or L for 1.
     *
     * @return empty when it cannot be a look-up number
     */
    public static Optional<LookupNumber> normalise(String typed) {
        // A leading N that stands apart is the prefix: what follows must be a whole number.
        String text = Base32.normalise(PREFIX.matcher(typed).replaceFirst(""));
        if (text.length() == CHARACTERS + 1 && text.startsWith("N")) {
            text = text.substring(1);
        }
        return text.length() == CHARACTERS && Base32.isPlain(text) ? Optional.of(printed(text)) : Optional.empty();
    }

    private static LookupNumber printed(String text) {
        return new LookupNumber("N-" + text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(8));
    }

    @Override
    public String toString() {
        return value;
    }
}
