package vn.tthc.platform.person;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes of personal data under a secret key, so that equal data can be found without being readable: whoever has only
 * the file cannot try numbers or names. What was made with an older version of the key is still found.
 */
public final class KeyedHashes {
    private static final int BYTES = 16;

    private final KeyFile keys;

    public KeyedHashes(KeyFile keys) {
        this.keys = keys;
    }

    /**
     * The hash in use: 128 bits of HMAC-SHA-256, as URL-safe Base64.
     *
     * @param purpose keeps hashes of different things apart
     * @param text brought to one form before
     */
    public String of(String purpose, String text) {
        return of(keys.current(), purpose, text);
    }

    /** The hash under every version of the key, the one in use first. */
    public List<String> every(String purpose, String text) {
        return keys.versions().stream()
                .map(version -> of(version, purpose, text))
                .toList();
    }

    private String of(int version, String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.key(version), "HmacSHA256"));
            byte[] all = mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(all, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
