package vn.tthc.platform.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** Key files for tests. */
public final class KeyFiles {
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyFiles() {}

    /** A line with a new key. */
    public static String line(int version) {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return version + ":" + Base64.getEncoder().encodeToString(key);
    }

    /** A file of lines, in a folder that exists. */
    public static Path write(Path folder, String... lines) {
        try {
            return Files.write(Files.createTempFile(folder, "keys", ".txt"), List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
