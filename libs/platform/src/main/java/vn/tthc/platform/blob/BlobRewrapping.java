package vn.tthc.platform.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.tthc.platform.person.MasterKeys;
import vn.tthc.platform.person.OldKeys;

/**
 * Gives files that an older master key opens a new head; what follows it stays as it is. The shelf is gone through once,
 * a row at a time: what is put there meanwhile has the newest key already.
 */
final class BlobRewrapping implements OldKeys {
    private static final int ROWS = 256;

    private final Shelf shelf;
    private final MasterKeys master;
    private volatile int row;

    BlobRewrapping(Shelf shelf, MasterKeys master) {
        this.shelf = shelf;
        this.master = master;
        this.row = master.hasOlder() ? 0 : ROWS;
    }

    @Override
    public boolean rewrapSome() {
        int next = row;
        if (next == ROWS) {
            return false;
        }
        try {
            for (String name : shelf.names("%02x".formatted(next))) {
                rewrap(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        row = next + 1;
        return true;
    }

    private void rewrap(String name) throws IOException {
        Optional<Shelf.Standing> standing = shelf.take(name);
        if (standing.isEmpty()) {
            return;
        }
        try (InputStream in = standing.get().stream()) {
            BlobHeader old = BlobHeader.decode(name, in.readNBytes(BlobHeader.BYTES));
            if (old.key().masterKeyVersion() == master.current()) {
                return;
            }
            Path draft = shelf.draft();
            try {
                try (OutputStream out = Files.newOutputStream(draft)) {
                    out.write(BlobHeader.of(old.info(), old.unwrap(master), master)
                            .encode());
                    in.transferTo(out);
                }
                if (Files.size(draft) != old.fileBytes()) {
                    throw new IOException("a kept file is cut short: " + name);
                }
                shelf.keep(draft, name);
            } finally {
                Files.deleteIfExists(draft);
            }
        }
    }

    /** Rows not looked at yet. */
    @Override
    public long old() {
        return (long) ROWS - row;
    }
}
