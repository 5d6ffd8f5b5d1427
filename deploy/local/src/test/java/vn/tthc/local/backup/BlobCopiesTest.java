package vn.tthc.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.local.Home;
import vn.tthc.local.books.Site;

class BlobCopiesTest {
    private static final String HASH = "ab".repeat(32);

    @TempDir
    private Path folder;

    @Test
    void whatIsKeptGoesIntoTheBackupAndBackToItsPlaceAndADraftDoesNot() throws IOException {
        Home home = new Home(folder, folder.resolve("home"));
        Path blobs = home.dataOf("postal-delivery-service").resolve("blobs");
        Files.createDirectories(blobs.resolve("ab"));
        Files.createDirectories(blobs.resolve("drafts"));
        Files.writeString(blobs.resolve("ab").resolve(HASH), "sealed");
        Files.writeString(blobs.resolve("drafts/blob1.draft"), "half");
        Path backup = Files.createDirectories(folder.resolve("backup"));

        List<Manifest.Item> items = BlobCopies.of(home, Site.POSTAL, backup);

        assertThat(items).extracting(Manifest.Item::name).containsExactly("postal.blobs/ab/" + HASH);
        assertThat(backup.resolve("postal.blobs/ab/" + HASH)).hasContent("sealed");
        Path data = folder.resolve("new");
        assertThat(BlobCopies.place(data, items.getFirst().name()))
                .isEqualTo(data.resolve("postal-delivery-service/blobs/ab/" + HASH));
        assertThat(data.resolve("postal-delivery-service/blobs/ab")).isDirectory();
    }

    @Test
    void aFileThatWasSweptMeanwhileIsLeftOutAndAPlaceThatIsNotThereIsAnError() throws IOException {
        Path blob = folder.resolve(HASH);
        assertThat(BlobCopies.copied(HASH, blob, folder.resolve("copy"))).isEmpty();
        Files.writeString(blob, "sealed");
        assertThat(BlobCopies.copied(HASH, blob, folder.resolve("copy"))).isPresent();
        assertThatThrownBy(() -> BlobCopies.copied(HASH, blob, folder.resolve("nowhere/copy")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aServiceWithoutFilesAddsNothing() throws IOException {
        assertThat(BlobCopies.of(new Home(folder, folder.resolve("home")), Site.QUERY, folder))
                .isEmpty();
    }

    @Test
    void aNameThatLeadsElsewhereIsNoFileOfADossier() throws IOException {
        assertThat(BlobCopies.place(folder, "intake.blobs/../" + HASH)).isNull();
        assertThat(BlobCopies.place(folder, "intake.db")).isNull();
    }
}
