package vn.tthc.platform.person;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys with versions, from a file with a line {@code version:base64} for each, 32 bytes every one. The highest is the
 * one in use; the older ones stay as long as anything made with them does. Blank lines and lines with {@code #} are
 * skipped.
 */
public final class KeyFile {
    private static final Pattern LINE = Pattern.compile("([1-9][0-9]{0,8}):([A-Za-z0-9+/]+=*)");

    private final String property;
    private final NavigableMap<Integer, byte[]> keys;

    private KeyFile(String property, NavigableMap<Integer, byte[]> keys) {
        this.property = property;
        this.keys = keys;
    }

    /**
     * Reads the file a setting names.
     *
     * @param property name of the setting, for the sentence when something is wrong
     * @param path its value
     * @throws IllegalStateException when there is no such file, or it does not hold keys
     */
    public static KeyFile read(String property, String path) {
        if (path.isBlank()) {
            throw new IllegalStateException(
                    "There is no key: set " + property + " to the path of a file with lines version:base64.");
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(Path.of(path));
        } catch (IOException e) {
            throw new IllegalStateException("The key file " + path + " (" + property + ") cannot be read.", e);
        }
        NavigableMap<Integer, byte[]> keys = new TreeMap<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                add(keys, line.strip(), path, property);
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException("The key file " + path + " (" + property + ") holds no key.");
        }
        return new KeyFile(property, keys);
    }

    private static void add(NavigableMap<Integer, byte[]> keys, String line, String path, String property) {
        Matcher matcher = LINE.matcher(line);
        byte[] key = matcher.matches() ? decode(matcher.group(2)) : new byte[0];
        if (key.length != Aes.KEY_BYTES) {
            throw new IllegalStateException("A line of the key file " + path + " (" + property
                    + ") is not version:base64 with " + Aes.KEY_BYTES + " bytes.");
        }
        if (keys.put(Integer.parseInt(matcher.group(1)), key) != null) {
            throw new IllegalStateException(
                    "The key file " + path + " (" + property + ") has version " + matcher.group(1) + " twice.");
        }
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException unreadable) {
            return new byte[0];
        }
    }

    /** The version in use. */
    public int current() {
        return keys.lastKey();
    }

    /** All versions, the one in use first. */
    public List<Integer> versions() {
        return List.copyOf(keys.descendingKeySet());
    }

    /**
     * A key.
     *
     * @throws IllegalStateException when the file does not hold that version
     */
    public byte[] key(int version) {
        byte[] key = keys.get(version);
        if (key == null) {
            throw new IllegalStateException(
                    "The key file of " + property + " lacks version " + version + ", with which something was made.");
        }
        return key;
    }
}
