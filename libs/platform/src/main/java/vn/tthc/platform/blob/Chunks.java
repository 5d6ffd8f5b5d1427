package vn.tthc.platform.blob;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM over pieces of 64 KiB, so that neither writing nor reading holds a whole file. The nonce of a piece is its
 * number and whether it is the last: pieces cannot change places, and none can be cut off. A key is used for one
 * content only, so no nonce comes twice.
 */
final class Chunks {
    static final int PLAIN = 64 * 1024;
    static final int TAG = 16;

    private static final int NONCE = 12;

    private final SecretKeySpec key;
    private final Cipher cipher;
    private final int mode;
    private long next;

    private Chunks(byte[] key, int mode) {
        this.key = new SecretKeySpec(key, "AES");
        this.mode = mode;
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    static Chunks sealing(byte[] key) {
        return new Chunks(key, Cipher.ENCRYPT_MODE);
    }

    static Chunks opening(byte[] key) {
        return new Chunks(key, Cipher.DECRYPT_MODE);
    }

    /** Bytes that so many bytes of content take when sealed. */
    static long sealedBytes(long plain) {
        long pieces = (plain + PLAIN - 1) / PLAIN;
        return plain + pieces * TAG;
    }

    /**
     * Seals or opens the next piece.
     *
     * @throws IllegalArgumentException when a piece to be opened is not the one that was sealed in its place
     */
    byte[] next(byte[] piece, int length, boolean last) {
        byte[] nonce = ByteBuffer.allocate(NONCE)
                .putInt(0, last ? 1 : 0)
                .putLong(Integer.BYTES, next)
                .array();
        next++;
        try {
            cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            return cipher.doFinal(piece, 0, length);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("a piece of a kept file was changed", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }
}
