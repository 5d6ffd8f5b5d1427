package vn.tthc.platform.blob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;

class FileShelfTest extends ShelfContract {
    @TempDir
    private Path folder;

    @Override
    Shelf shelf() {
        return new FileShelf(folder, Instant.MIN);
    }

    @Override
    void age(String name, Instant since) throws IOException {
        Files.setLastModifiedTime(folder.resolve(name.substring(0, 2)).resolve(name), FileTime.from(since));
    }
}
