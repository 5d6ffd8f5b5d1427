package vn.tthc.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import vn.tthc.platform.person.KeyFile;
import vn.tthc.platform.person.KeyFiles;
import vn.tthc.platform.person.MasterKeys;

/** The contract of shelves on a bucket, and what is a bucket's alone. */
class S3ShelfTest extends ShelfContract {
    @TempDir
    private Path folder;

    private S3Double bucket;

    @BeforeEach
    void open() throws IOException {
        bucket = new S3Double();
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Override
    Shelf shelf() {
        return shelf("intake");
    }

    @Override
    void age(String name, Instant since) {
        bucket.age("intake/" + name, since);
    }

    private S3Shelf shelf(String service) {
        return new S3Shelf(bucket.settings(), service, new Drafts(folder.resolve("drafts"), Instant.MIN));
    }

    @Test
    void services_keep_apart_in_one_bucket() throws Exception {
        keep(shelf("intake"), NAME, new byte[] {1});
        assertThat(shelf("postal").take(NAME)).isEmpty();
        assertThat(shelf("postal").names("ab")).isEmpty();
        assertThat(bucket.objects()).containsOnlyKeys("intake/" + NAME);
    }

    @Test
    void a_refusal_that_passes_is_asked_again_and_one_that_stays_is_an_error() throws Exception {
        bucket.refuse(2);
        keep(shelf(), NAME, new byte[] {1});
        assertThat(taken(shelf(), NAME)).hasValue(new byte[] {1});

        bucket.refuse(100);
        assertThatThrownBy(() -> keep(shelf(), "cd" + "0".repeat(62), new byte[] {1}))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> shelf().take(NAME)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> shelf().names("ab")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> shelf().renew(NAME)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> shelf().remove(NAME)).isInstanceOf(IOException.class);
        assertThat(bucket.objects()).containsOnlyKeys("intake/" + NAME);
    }

    @Test
    void nothing_but_sealed_bytes_leaves_the_process_and_they_are_read_again() throws Exception {
        byte[] content = ("\u0000".repeat(8) + "Nguyễn Thị Hồng Nhung".repeat(9_000)).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(HexFormat.of().parseHex("89504e470d0a1a0a"), 0, content, 0, 8);
        MasterKeys master = new MasterKeys(
                KeyFile.read("test", KeyFiles.write(folder, KeyFiles.line(1)).toString()));
        BlobSettings settings =
                new BlobSettings(DataSize.ofMegabytes(20), 4, Duration.ofSeconds(60), DataSize.ofBytes(0));
        SealedBlobs blobs = new SealedBlobs(shelf(), master, settings, System::nanoTime);

        String hash = blobs.put(BlobKind.PNG, new ByteArrayInputStream(content)).hash();
        assertThat(new String(bucket.objects().get("intake/" + hash), StandardCharsets.UTF_8))
                .doesNotContain("Nhung");
        try (Blob blob = blobs.open(hash).orElseThrow()) {
            assertThat(blob.content().readAllBytes()).isEqualTo(content);
        }
        try (Stream<Path> drafts = Files.list(folder.resolve("drafts"))) {
            assertThat(drafts).isEmpty();
        }

        bucket.refuse(100);
        assertThatThrownBy(() -> blobs.open(hash)).isInstanceOf(BlobsUnavailable.class);
        assertThatThrownBy(() -> blobs.put(BlobKind.PNG, new ByteArrayInputStream(content)))
                .isInstanceOf(BlobsUnavailable.class);
    }

    @Test
    void a_bucket_that_nobody_named_and_a_password_in_an_address_are_refused_and_a_secret_is_not_printed() {
        assertThatThrownBy(() -> new S3Settings(null, "vn-1", "", "a", "b")).hasMessageContaining("TTHC_S3_BUCKET");
        assertThatThrownBy(() -> new S3Settings(null, "vn-1", "a", "b", " "))
                .hasMessageContaining("TTHC_S3_SECRET_KEY");
        assertThatThrownBy(() -> new S3Settings(URI.create("https://a:b@host"), "vn-1", "a", "b", "c"))
                .hasMessageContaining("TTHC_S3_ENDPOINT");
        assertThat(bucket.settings().toString()).doesNotContain("test-secret").doesNotContain(S3Double.KEY);
    }
}
