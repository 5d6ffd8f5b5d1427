package vn.tthc.platform.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import vn.tthc.platform.person.MasterKeys;

/** {@link Blobs} under a key of their own each, sealed before anything touches a disk. */
final class SealedBlobs implements Blobs {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Shelf shelf;
    private final MasterKeys master;
    private final BlobSettings settings;
    private final LongSupplier nanos;
    private final Semaphore uploads;
    private final Marks marks;

    /** A store from which nothing is swept. */
    SealedBlobs(Shelf shelf, MasterKeys master, BlobSettings settings, LongSupplier nanos) {
        this(shelf, Marks.NONE, master, settings, nanos);
    }

    /**
     * The store.
     *
     * @param marks on what is about to be swept
     * @param nanos a clock that only rises, for the time an upload may take
     */
    SealedBlobs(Shelf shelf, Marks marks, MasterKeys master, BlobSettings settings, LongSupplier nanos) {
        this.shelf = shelf;
        this.marks = marks;
        this.master = master;
        this.settings = settings;
        this.nanos = nanos;
        this.uploads = new Semaphore(settings.uploads());
    }

    /** How many are being stored at this moment. */
    int underWay() {
        return settings.uploads() - uploads.availablePermits();
    }

    @Override
    public BlobInfo put(BlobKind declared, InputStream content) throws IOException {
        if (!uploads.tryAcquire()) {
            throw BlobsUnavailable.busy();
        }
        try {
            return take(declared, new Incoming(content, settings, nanos));
        } finally {
            uploads.release();
        }
    }

    private BlobInfo take(BlobKind declared, Incoming incoming) throws IOException {
        byte[] head = incoming.next();
        if (head.length == 0) {
            throw new BlobRefused(BlobProblem.BLOB_EMPTY);
        }
        BlobKind kind = BlobKind.ofContent(head).orElseThrow(() -> new BlobRefused(BlobProblem.BLOB_TYPE_NOT_ALLOWED));
        if (kind != declared) {
            throw new BlobRefused(BlobProblem.BLOB_TYPE_MISMATCH);
        }
        Path draft = draft();
        try {
            byte[] key = MasterKeys.newKey();
            BlobInfo info = write(draft, key, kind, head, incoming);
            keep(draft, BlobHeader.of(info, key, master));
            return info;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Path draft() {
        try {
            Path draft = shelf.draft();
            if (Files.getFileStore(draft).getUsableSpace() < settings.keepFree().toBytes()) {
                Files.delete(draft);
                throw BlobsUnavailable.full();
            }
            return draft;
        } catch (IOException e) {
            throw BlobsUnavailable.notWritten(e);
        }
    }

    /** Reads to the end; what cannot be read is the sender's matter, what cannot be written ours. */
    private static BlobInfo write(Path draft, byte[] key, BlobKind kind, byte[] head, Incoming incoming)
            throws IOException {
        MessageDigest digest = sha256();
        Chunks chunks = Chunks.sealing(key);
        try (Draft out = new Draft(draft)) {
            byte[] piece = head;
            while (piece.length > 0) {
                byte[] following = incoming.next();
                digest.update(piece);
                out.write(chunks.next(piece, piece.length, following.length == 0));
                piece = following;
            }
        }
        return new BlobInfo(HexFormat.of().formatHex(digest.digest()), kind, incoming.bytes());
    }

    /** Once is enough; but what stands there cut short or unreadable is no copy to rely on. */
    private void keep(Path draft, BlobHeader header) {
        String hash = header.info().hash();
        // Before it is put there: what is put beneath a removal under way would go with it.
        if (!marks.lift(hash)) {
            throw BlobsUnavailable.beingRemoved();
        }
        try {
            if (sound(hash) && shelf.renew(hash)) {
                return;
            }
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(header.encode()), 0);
            }
            shelf.keep(draft, hash);
        } catch (IOException e) {
            throw BlobsUnavailable.notWritten(e);
        }
    }

    private boolean sound(String hash) throws IOException {
        Optional<Shelf.Standing> standing = shelf.take(hash);
        if (standing.isEmpty()) {
            return false;
        }
        try (InputStream in = standing.get().stream()) {
            BlobHeader header = BlobHeader.decode(hash, in.readNBytes(BlobHeader.BYTES));
            header.unwrap(master);
            return standing.get().bytes() == header.fileBytes();
        } catch (IOException | IllegalArgumentException broken) {
            return false;
        }
    }

    @Override
    public Optional<BlobInfo> find(String hash) {
        return open(hash).map(blob -> {
            try (blob) {
                return blob.info();
            } catch (IOException e) {
                throw BlobsUnavailable.notRead(e);
            }
        });
    }

    @Override
    public boolean claim(String hash) {
        // The mark first: what is there without one stays for as long as a mark takes to become due.
        return spare(hash) && find(hash).isPresent();
    }

    @Override
    public boolean spare(String hash) {
        return HASH.matcher(hash).matches() && marks.lift(hash);
    }

    @Override
    public Optional<Blob> open(String hash) {
        if (!HASH.matcher(hash).matches()) {
            return Optional.empty();
        }
        try {
            Optional<Shelf.Standing> standing = shelf.take(hash);
            return standing.isEmpty() ? Optional.empty() : Optional.of(open(hash, standing.get().stream()));
        } catch (IOException | IllegalArgumentException e) {
            throw BlobsUnavailable.notRead(e);
        }
    }

    private Blob open(String hash, InputStream stream) throws IOException {
        boolean opened = false;
        try {
            BlobHeader header = BlobHeader.decode(hash, stream.readNBytes(BlobHeader.BYTES));
            OpenedStream content = new OpenedStream(
                    stream, header.unwrap(master), header.info().bytes());
            opened = true;
            return new Blob(header.info(), content);
        } finally {
            if (!opened) {
                stream.close();
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
