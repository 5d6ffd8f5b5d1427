package vn.tthc.law.code;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/**
 * Crockford's Base32: digits and letters without I, L, O and U, five bits each, so that a person can read and type it. No
 * padding; the last character carries what bits are left, filled with zeros.
 */
public final class Base32 {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Base32() {}

    /** The bytes as characters: 8 for every 5 bytes, the last group shorter. */
    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * 8 + 4) / 5);
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = ((buffer << 8) | (b & 0xFF)) & 0xFFF;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt((buffer >>> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31));
        }
        return text.toString();
    }

    /**
     * The bytes of a text a person typed, read as {@link #normalise} reads it.
     *
     * @throws IllegalArgumentException when it is no such text
     */
    public static byte[] decode(String typed) {
        String text = normalise(typed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("not a Base32 character at " + i);
            }
            buffer = ((buffer << 5) | value) & 0xFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write((buffer >>> bits) & 0xFF);
            }
        }
        if (bits >= 5 || (buffer & ((1 << bits) - 1)) != 0) {
            throw new IllegalArgumentException("the text ends in the middle of a byte");
        }
        return bytes.toByteArray();
    }

    /** What people mean: upper case, no blanks or dashes, O as 0, I and L as 1. Other characters stay as they are. */
    public static String normalise(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** The lowest {@code 5 * length} bits of a number, the highest first. */
    static String encode(long value, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int shift = 5 * (length - 1); shift >= 0; shift -= 5) {
            text.append(ALPHABET.charAt((int) (value >>> shift) & 31));
        }
        return text.toString();
    }

    /** Whether every character is one of the alphabet. */
    static boolean isPlain(String text) {
        return text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }
}
