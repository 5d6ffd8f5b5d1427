package vn.tthc.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import vn.tthc.platform.person.KeyFile;
import vn.tthc.platform.person.KeyFiles;
import vn.tthc.platform.person.MasterKeys;

class SealedBlobsTest {
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final byte[] PLANTED = "Nguyễn Thị Hồng Nhung".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();

    private MasterKeys master(String... lines) {
        return new MasterKeys(KeyFile.read("test", KeyFiles.write(folder, lines).toString()));
    }

    private static BlobSettings settings(long most, int uploads, long keepFree) {
        return new BlobSettings(DataSize.ofBytes(most), uploads, Duration.ofSeconds(60), DataSize.ofBytes(keepFree));
    }

    private SealedBlobs blobs(MasterKeys master) {
        return new SealedBlobs(
                new FileShelf(folder.resolve("blobs"), Instant.MAX), master, settings(10_000_000, 4, 0), nanos::get);
    }

    private static byte[] png(int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        System.arraycopy(PNG, 0, content, 0, Math.min(bytes, PNG.length));
        if (bytes > 200) {
            System.arraycopy(PLANTED, 0, content, 100, PLANTED.length);
        }
        return content;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream in(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("blobs"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] read(Optional<Blob> blob) throws IOException {
        try (Blob open = blob.orElseThrow()) {
            return open.content().readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 65_535, 65_536, 65_537, 131_072, 1_000_003})
    void whatIsPutComesBackUnderTheHashOfItsContent(int bytes) throws IOException {
        SealedBlobs blobs = blobs(master(KeyFiles.line(1)));
        byte[] content = png(bytes);

        BlobInfo info = blobs.put(BlobKind.PNG, in(content));

        assertThat(info).isEqualTo(new BlobInfo(sha256(content), BlobKind.PNG, bytes));
        assertThat(blobs.find(info.hash())).contains(info);
        assertThat(read(blobs.open(info.hash()))).isEqualTo(content);
        assertThat(blobs.underWay()).isZero();
    }

    @Test
    void nothingOfTheContentIsReadableOnTheDisk() throws IOException {
        blobs(master(KeyFiles.line(1))).put(BlobKind.PNG, in(png(1_000)));

        for (Path file : files()) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String(PLANTED, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void theSameContentIsStoredOnceEvenWhenItComesFromManyAtOnce() throws Exception {
        SealedBlobs blobs = new SealedBlobs(
                new FileShelf(folder.resolve("blobs"), Instant.MAX),
                master(KeyFiles.line(1)),
                settings(10_000_000, 8, 0),
                nanos::get);
        byte[] content = png(300_000);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<BlobInfo> put = () -> blobs.put(BlobKind.PNG, in(content));
            for (Future<BlobInfo> done :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> put).toList())) {
                assertThat(done.get(20, TimeUnit.SECONDS).hash()).isEqualTo(sha256(content));
            }
        }

        assertThat(files()).hasSize(1);
        assertThat(read(blobs.open(sha256(content)))).isEqualTo(content);
    }

    @Test
    void aChangedBitACutAndARenamedFileAreNoticed() throws IOException {
        SealedBlobs blobs = blobs(master(KeyFiles.line(1)));
        String hash = blobs.put(BlobKind.PNG, in(png(100_000))).hash();
        String other = blobs.put(BlobKind.PNG, in(png(200_000))).hash();
        Path file = folder.resolve("blobs").resolve(hash.substring(0, 2)).resolve(hash);
        byte[] whole = Files.readAllBytes(file);
        byte[] changed = whole.clone();
        changed[BlobHeader.BYTES + 70_000] ^= 1;

        Files.write(file, changed);
        assertThatThrownBy(() -> read(blobs.open(hash))).isInstanceOf(IOException.class);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1_000));
        assertThatThrownBy(() -> read(blobs.open(hash))).isInstanceOf(IOException.class);
        Files.copy(
                folder.resolve("blobs").resolve(other.substring(0, 2)).resolve(other),
                file,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> blobs.open(hash)).isInstanceOf(BlobsUnavailable.class);
    }

    @Test
    void aFileThatWasCutShortIsReplacedWhenItsContentComesAgain() throws IOException {
        SealedBlobs blobs = blobs(master(KeyFiles.line(1)));
        byte[] content = png(100_000);
        String hash = blobs.put(BlobKind.PNG, in(content)).hash();
        Path file = folder.resolve("blobs").resolve(hash.substring(0, 2)).resolve(hash);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 40_000));

        blobs.put(BlobKind.PNG, in(content));

        assertThat(read(blobs.open(hash))).isEqualTo(content);
    }

    @Test
    void anotherMasterKeyOpensNothingAndTheOldOneStillDoesAfterANewOneCame() throws IOException {
        String first = KeyFiles.line(1);
        byte[] content = png(1_000);
        String hash = blobs(master(first)).put(BlobKind.PNG, in(content)).hash();

        assertThatThrownBy(() -> blobs(master(KeyFiles.line(1))).open(hash)).isInstanceOf(BlobsUnavailable.class);
        assertThat(read(blobs(master(first, KeyFiles.line(2))).open(hash))).isEqualTo(content);
    }

    @Test
    void afterANewMasterKeyEveryFileOpensWithItAlone() throws IOException {
        String first = KeyFiles.line(1);
        String second = KeyFiles.line(2);
        byte[] content = png(100_000);
        String hash = blobs(master(first)).put(BlobKind.PNG, in(content)).hash();
        BlobRewrapping rewrapping =
                new BlobRewrapping(new FileShelf(folder.resolve("blobs"), Instant.MAX), master(first, second));
        assertThat(rewrapping.old()).isPositive();

        while (rewrapping.rewrapSome()) {
            // row after row
        }

        assertThat(rewrapping.old()).isZero();
        assertThat(read(blobs(master(second)).open(hash))).isEqualTo(content);
        assertThat(files()).hasSize(1);
        assertThat(new BlobRewrapping(new FileShelf(folder.resolve("blobs"), Instant.MAX), master(second)).rewrapSome())
                .isFalse();
    }

    @Test
    void whatIsEmptyTooLongOrOfAnotherKindIsRefusedAndLeavesNothing() throws IOException {
        SealedBlobs blobs = new SealedBlobs(
                new FileShelf(folder.resolve("blobs"), Instant.MAX),
                master(KeyFiles.line(1)),
                settings(100_000, 4, 0),
                nanos::get);

        assertRefused(blobs, BlobKind.PNG, new byte[0], BlobProblem.BLOB_EMPTY);
        assertRefused(blobs, BlobKind.PNG, png(100_001), BlobProblem.BLOB_TOO_LARGE);
        assertRefused(blobs, BlobKind.PDF, png(1_000), BlobProblem.BLOB_TYPE_MISMATCH);
        assertRefused(
                blobs,
                BlobKind.PDF,
                "<html><script>".getBytes(StandardCharsets.UTF_8),
                BlobProblem.BLOB_TYPE_NOT_ALLOWED);
        assertThat(files()).isEmpty();
    }

    private static void assertRefused(SealedBlobs blobs, BlobKind declared, byte[] content, BlobProblem reason) {
        assertThatThrownBy(() -> blobs.put(declared, in(content)))
                .isInstanceOfSatisfying(
                        BlobRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void aSenderWhoTricklesIsSentAway() throws IOException {
        SealedBlobs blobs = blobs(master(KeyFiles.line(1)));
        InputStream slow = new SequenceInputStream(in(png(100)), new InputStream() {
            @Override
            public int read() {
                nanos.addAndGet(Duration.ofSeconds(19).toNanos());
                return 1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                into[offset] = (byte) read();
                return 1;
            }
        });

        assertThatThrownBy(() -> blobs.put(BlobKind.PNG, slow))
                .isInstanceOfSatisfying(
                        BlobRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(BlobProblem.BLOB_UPLOAD_TOO_SLOW));
        assertThat(files()).isEmpty();
    }

    @Test
    void aSenderWhoBreaksOffLeavesNothing() throws IOException {
        SealedBlobs blobs = blobs(master(KeyFiles.line(1)));
        InputStream broken = new SequenceInputStream(in(png(90_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });

        assertThatThrownBy(() -> blobs.put(BlobKind.PNG, broken)).isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
        assertThat(blobs.underWay()).isZero();
    }

    @Test
    void whenThereIsNoRoomNothingIsStoredAndTheReasonIsTold() throws IOException {
        SealedBlobs spared = new SealedBlobs(
                new FileShelf(folder.resolve("blobs"), Instant.MAX),
                master(KeyFiles.line(1)),
                settings(100_000, 4, Long.MAX_VALUE),
                nanos::get);
        SealedBlobs full =
                new SealedBlobs(new BrokenShelf(folder), master(KeyFiles.line(1)), settings(100_000, 4, 0), nanos::get);

        for (SealedBlobs blobs : List.of(spared, full)) {
            assertThatThrownBy(() -> blobs.put(BlobKind.PNG, in(png(1_000))))
                    .isInstanceOfSatisfying(
                            BlobsUnavailable.class,
                            refused -> assertThat(refused.isFull()).isTrue());
        }
        assertThat(files()).isEmpty();
    }

    /** A disk that is full when the file is to be put in its place. */
    private record BrokenShelf(Path folder) implements Shelf {
        @Override
        public Path draft() throws IOException {
            return Files.createTempFile(folder, "blob", ".draft");
        }

        @Override
        public void keep(Path draft, String name) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public List<Entry> entries(String beginning) {
            return List.of();
        }

        @Override
        public boolean renew(String name) {
            return false;
        }

        @Override
        public void remove(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Standing> take(String name) {
            return Optional.empty();
        }
    }

    @Test
    void moreAtOnceThanAllowedAreToldToComeAgain() throws IOException {
        SealedBlobs blobs = new SealedBlobs(
                new FileShelf(folder.resolve("blobs"), Instant.MAX),
                master(KeyFiles.line(1)),
                settings(100_000, 1, 0),
                nanos::get);
        InputStream second = new SequenceInputStream(in(png(100)), new InputStream() {
            @Override
            public int read() {
                assertThatThrownBy(() -> blobs.put(BlobKind.PNG, in(png(1_000))))
                        .isInstanceOfSatisfying(
                                BlobsUnavailable.class,
                                busy -> assertThat(busy.isFull()).isFalse());
                return -1;
            }
        });

        assertThat(blobs.put(BlobKind.PNG, second).bytes()).isEqualTo(100);
    }

    @Test
    void aDraftThatACrashLeftIsGoneAfterTheNextStart() throws IOException {
        Path drafts = Files.createDirectories(folder.resolve("blobs/drafts"));
        Files.writeString(drafts.resolve("blob1.draft"), "half");

        SealedBlobs blobs = blobs(master(KeyFiles.line(1)));

        assertThat(files()).isEmpty();
        assertThat(blobs.find("ab".repeat(32))).isEmpty();
    }

    @Test
    void aDraftThatAnotherProcessIsAtWorkOnOutlivesTheStartOfThisOne() throws IOException {
        Path drafts = Files.createDirectories(folder.resolve("blobs/drafts"));
        Path old = Files.writeString(drafts.resolve("old.draft"), "half");
        Path young = Files.writeString(drafts.resolve("young.draft"), "half");
        Instant left = Instant.parse("2026-03-02T05:00:00Z");
        Files.setLastModifiedTime(old, FileTime.from(left.minusSeconds(1)));
        Files.setLastModifiedTime(young, FileTime.from(left.plusSeconds(1)));

        new FileShelf(folder.resolve("blobs"), left);

        assertThat(files()).containsExactly(young);
    }

    @Test
    void aNameThatIsNoHashNamesNothing() {
        SealedBlobs blobs = blobs(master(KeyFiles.line(1)));

        assertThat(blobs.open("../../intake.db")).isEmpty();
        assertThat(blobs.open("AB".repeat(32))).isEmpty();
    }
}
