package vn.tthc.platform.blob;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** A content as it comes in, piece by piece, within length and time. */
final class Incoming {
    private static final int READ = 8 * 1024;

    private final InputStream in;
    private final long most;
    private final LongSupplier nanos;
    private final long began;
    private final long allowed;
    private long bytes;

    Incoming(InputStream in, BlobSettings settings, LongSupplier nanos) {
        this.in = in;
        this.most = settings.maxBytes().toBytes();
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.allowed = settings.uploadTime().toNanos();
    }

    /** The next piece, shorter than a whole one only at the end; empty after the end. */
    byte[] next() throws IOException {
        byte[] piece = new byte[Chunks.PLAIN];
        int length = 0;
        while (length < piece.length) {
            int read = in.read(piece, length, Math.min(READ, piece.length - length));
            if (read < 0) {
                break;
            }
            length += read;
            bytes += read;
            if (bytes > most) {
                throw new BlobRefused(BlobProblem.BLOB_TOO_LARGE);
            }
            if (nanos.getAsLong() - began > allowed) {
                throw new BlobRefused(BlobProblem.BLOB_UPLOAD_TOO_SLOW);
            }
        }
        return length == piece.length ? piece : Arrays.copyOf(piece, length);
    }

    /** How many bytes have come. */
    long bytes() {
        return bytes;
    }
}
