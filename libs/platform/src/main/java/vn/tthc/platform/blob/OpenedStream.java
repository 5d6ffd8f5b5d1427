package vn.tthc.platform.blob;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The content of a kept file; gives out no byte of a piece before the whole piece has proved unchanged. */
final class OpenedStream extends InputStream {
    private final InputStream sealed;
    private final Chunks chunks;
    private long remaining;
    private byte[] piece = new byte[0];
    private int at;

    /**
     * Opens it.
     *
     * @param sealed what follows the header
     * @param bytes length of the content
     */
    OpenedStream(InputStream sealed, byte[] key, long bytes) {
        this.sealed = sealed;
        this.chunks = Chunks.opening(key);
        this.remaining = bytes;
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, offset, taken);
        at += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        if (at < piece.length) {
            return true;
        }
        if (remaining == 0) {
            return false;
        }
        int plain = (int) Math.min(Chunks.PLAIN, remaining);
        byte[] read = sealed.readNBytes(plain + Chunks.TAG);
        if (read.length < plain + Chunks.TAG) {
            throw new EOFException("a kept file ends too early");
        }
        remaining -= plain;
        try {
            piece = chunks.next(read, read.length, remaining == 0);
        } catch (IllegalArgumentException e) {
            throw new IOException("a kept file was changed", e);
        }
        at = 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        sealed.close();
    }
}
