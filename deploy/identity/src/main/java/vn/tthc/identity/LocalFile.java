package vn.tthc.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file this program cannot do without. */
final class LocalFile {
    private LocalFile() {}

    /**
     * Its text without blanks around it.
     *
     * @param path where it lies
     * @param setting the setting that says so
     * @throws IllegalStateException with a sentence for people when it is not told, not there or empty
     */
    static String read(String path, String setting) {
        if (path.isBlank()) {
            throw new IllegalStateException(
                    "Set tthc.identity." + setting + " to the path of a file; there is no default.");
        }
        try {
            String text = Files.readString(Path.of(path)).strip();
            if (text.isEmpty()) {
                throw new IllegalStateException("The file " + path + " (tthc.identity." + setting + ") is empty.");
            }
            return text;
        } catch (IOException e) {
            throw new IllegalStateException("The file " + path + " (tthc.identity." + setting + ") cannot be read.", e);
        }
    }
}
