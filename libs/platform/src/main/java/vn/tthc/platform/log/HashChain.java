package vn.tthc.platform.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Chains the events of a stream: a byte changed anywhere changes every hash after it. */
public final class HashChain {
    /** What the first event of a stream follows. */
    private static final byte[] START = new byte[32];

    private HashChain() {}

    /** The hash before the first event: 32 zero bytes. */
    public static byte[] start() {
        return START.clone();
    }

    /** SHA-256 over the previous hash, the envelope's bytes and the data's bytes as stored. */
    public static byte[] next(byte[] previous, byte[] meta, byte[] data) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            digest.update(meta);
            digest.update(data);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
