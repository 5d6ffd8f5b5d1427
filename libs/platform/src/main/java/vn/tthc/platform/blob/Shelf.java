package vn.tthc.platform.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
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

    /**
     * A name on the shelf.
     *
     * @param since when what stands there was put there, or renewed; by the clock of the shelf
     */
    record Entry(String name, Instant since) {}

    /** An empty file to write to, which nobody sees before it is put on the shelf. */
    Path draft() throws IOException;

    /** Puts a finished draft on the shelf under a name, in one step and lastingly, in the place of what stands there. */
    void keep(Path draft, String name) throws IOException;

    /** What stands under the names that begin so, with two hexadecimal digits at the least. */
    List<Entry> entries(String beginning) throws IOException;

    /** The names that begin with these two hexadecimal digits. */
    default List<String> names(String row) throws IOException {
        return entries(row).stream().map(Entry::name).toList();
    }

    /** Since when something stands there under that name. */
    default Optional<Instant> since(String name) throws IOException {
        return entries(name).stream().map(Entry::since).findFirst();
    }

    /**
     * Lets what stands there count as put there now.
     *
     * @return whether anything stands there
     */
    boolean renew(String name) throws IOException;

    /** Removes what stands there, lastingly; once more changes nothing. */
    void remove(String name) throws IOException;

    /** What stands there under that name. */
    Optional<Standing> take(String name) throws IOException;
}
