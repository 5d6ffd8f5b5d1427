package vn.tthc.postal.carriers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.tthc.platform.person.KeyFile;

/**
 * Signs and checks messages between a carrier and the system as Standard Webhooks says: HMAC-SHA256 over
 * {@code id.timestamp.body}, as {@code v1,<Base64>}. Every version of the secret in the file is good and signs, so that
 * it can be changed on both sides one after the other, whichever side is first.
 */
public final class Signatures {
    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    private static final String VERSION = "v1,";

    /** A secret is being changed, or it is not: more than a few at a time are forgotten ones. */
    private static final int MOST = 5;

    private final KeyFile keys;

    /**
     * Signatures with a carrier's secret.
     *
     * @param keys the secret, with its versions
     * @throws IllegalStateException when there are too many of them
     */
    public Signatures(KeyFile keys) {
        if (keys.versions().size() > MOST) {
            throw new IllegalStateException("A carrier has " + keys.versions().size() + " secrets at once, and " + MOST
                    + " are the most: take old lines out of its file.");
        }
        this.keys = keys;
    }

    /**
     * The signatures of a message of ours, one with each version of the secret, separated by blanks; the oldest first, which
     * is the one the other side surely has.
     */
    public String sign(String id, long timestamp, byte[] body) {
        return keys.versions().reversed().stream()
                .map(version ->
                        VERSION + Base64.getEncoder().encodeToString(hmac(version, id + "." + timestamp + ".", body)))
                .collect(Collectors.joining(" "));
    }

    /** Whether one of the signatures given, separated by blanks, is the message's. */
    public boolean holds(String given, String id, long timestamp, byte[] body) {
        return Arrays.stream(given.split(" ", -1))
                .limit(10)
                .filter(one -> one.startsWith(VERSION))
                .map(one -> decode(one.substring(VERSION.length())))
                .anyMatch(signature -> keys.versions().stream()
                        .anyMatch(version ->
                                MessageDigest.isEqual(hmac(version, id + "." + timestamp + ".", body), signature)));
    }

    /** Names a content so that it can be told from another, by nobody who has not the secret. */
    public String content(String id, byte[] body) {
        return content(keys.current(), id, body);
    }

    /** Whether a content was named so, by whichever version of the secret was the newest then. */
    public boolean isContent(String named, String id, byte[] body) {
        return keys.versions().stream()
                .anyMatch(version -> content(version, id, body).equals(named));
    }

    private String content(int version, String id, byte[] body) {
        return Base64.getEncoder().encodeToString(hmac(version, "content." + id + ".", body));
    }

    /** Whether a secret of the one is a secret of the other, so that either could sign for both. */
    boolean shares(Signatures other) {
        return keys.versions().stream()
                .anyMatch(mine -> other.keys.versions().stream()
                        .anyMatch(theirs -> MessageDigest.isEqual(keys.key(mine), other.keys.key(theirs))));
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException unreadable) {
            return new byte[0];
        }
    }

    private byte[] hmac(int version, String before, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.key(version), "HmacSHA256"));
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
