package vn.tthc.platform.blob;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;

class FileShelfTest extends ShelfContract {
    @TempDir
    private Path folder;

    @Override
    Shelf shelf() {
        return new FileShelf(folder, Instant.MIN);
    }
}
