package vn.tthc.platform.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where sealed files stand. It sees ciphertext alone. */
interface Shelf {
    /**
     * A sealed file.
     *
     * @param bytes its whole length
     * @param stream its bytes, to be closed
     */
    record Standing(long bytes, InputStream stream) {}

    /** An empty file to write to, which nobody sees before it is put on the shelf. */
    Path draft() throws IOException;

    /** Puts a finished draft on the shelf under a name, in one step and lastingly, in the place of what stands there. */
    void keep(Path draft, String name) throws IOException;

    /** The names that begin with these two hexadecimal digits. */
    List<String> names(String row) throws IOException;

    /** What stands there under that name. */
    Optional<Standing> take(String name) throws IOException;
}
