package vn.tthc.platform.blob;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The store of blobs cannot do this now; nothing was kept. */
public final class BlobsUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean full;

    private BlobsUnavailable(String message, boolean full, @Nullable Throwable cause) {
        super(message, cause);
        this.full = full;
    }

    static BlobsUnavailable full() {
        return new BlobsUnavailable("There is no room for another blob.", true, null);
    }

    /** Of a disk that took no more, for want of room or for another reason. */
    static BlobsUnavailable notWritten(IOException cause) {
        String message = String.valueOf(cause.getMessage());
        boolean full = message.contains("No space left") || message.contains("quota exceeded");
        return new BlobsUnavailable("A blob cannot be written.", full, cause);
    }

    static BlobsUnavailable busy() {
        return new BlobsUnavailable("Too many blobs are being stored at once.", false, null);
    }

    /** Of a content that nobody named for long, and that comes again in the very moment in which it is removed. */
    static BlobsUnavailable beingRemoved() {
        return new BlobsUnavailable("A blob is being removed.", false, null);
    }

    static BlobsUnavailable notRead(Exception cause) {
        return new BlobsUnavailable("A blob cannot be read.", false, cause);
    }

    /** Whether it is for want of room. */
    public boolean isFull() {
        return full;
    }
}
