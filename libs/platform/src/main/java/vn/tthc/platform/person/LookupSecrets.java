package vn.tthc.platform.person;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.tthc.law.code.Base32;

/**
 * The secret printed on a slip, by which a citizen asks for a dossier: 80 bits that follow from the dossier's id and a
 * key with a version, so that a slip can be printed again and nothing has to be stored but a hash.
 */
public final class LookupSecrets {
    private static final int SECRET_BYTES = 10;

    private final KeyFile keys;

    public LookupSecrets(KeyFile keys) {
        this.keys = keys;
    }

    /** The version of the key in use, to be kept with the dossier. */
    public int currentVersion() {
        return keys.current();
    }

    /**
     * The secret of a dossier, {@code XXXX-XXXX-XXXX-XXXX} in Crockford's Base32.
     *
     * @param keyVersion the version kept with the dossier
     * @throws IllegalStateException when the key file does not hold that version
     */
    public String secret(String dossierId, int keyVersion) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.key(keyVersion), "HmacSHA256"));
            byte[] all = mac.doFinal(dossierId.getBytes(StandardCharsets.UTF_8));
            String text = Base32.encode(Arrays.copyOf(all, SECRET_BYTES));
            return String.join(
                    "-", text.substring(0, 4), text.substring(4, 8), text.substring(8, 12), text.substring(12));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /** What events carry of a secret: Base64 of SHA-256 of it as people mean it, however they typed it. */
    public static String hash(String secret) {
        return Base64.getEncoder().encodeToString(digest(secret));
    }

    /** Whether a secret, as somebody typed it, is the one of the hash; takes as long when it is not. */
    public static boolean matches(String typed, String hash) {
        return MessageDigest.isEqual(
                hash(typed).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(Base32.normalise(secret).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
