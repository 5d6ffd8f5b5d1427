package vn.tthc.platform.blob;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Keeps files by the hash of their content. Whoever reads one has asked the policy about what refers to it before. */
public interface Blobs {
    /**
     * Keeps a content, once however often it comes; it is on the disk when this returns, or there is nothing of it. What
     * comes again is as young as what came for the first time.
     *
     * @param declared the kind its sender says it is
     * @param content read to its end, a piece at a time, and not closed
     * @throws BlobRefused when it is empty, too long, or not of the kind declared
     * @throws BlobsUnavailable when it cannot be kept now: too many at once, no room, a broken disk
     * @throws IOException when the content cannot be read to its end
     */
    BlobInfo put(BlobKind declared, InputStream content) throws IOException;

    /**
     * What is known of a blob; empty when there is none of that hash.
     *
     * @throws BlobsUnavailable when the store cannot be read
     */
    Optional<BlobInfo> find(String hash);

    /**
     * Whether there is a blob of that hash, for a command that is about to name it: from now on the command has an hour
     * in which the sweep does not touch the blob. What the sweep is removing at this moment is not there any more.
     *
     * @throws BlobsUnavailable when the store cannot be read
     */
    boolean claim(String hash);

    /**
     * Spares a blob as {@link #claim} does, whether it is there or not: the shelf is not asked.
     *
     * @return false when it is being removed at this moment
     */
    boolean spare(String hash);

    /**
     * Opens a blob; empty when there is none of that hash.
     *
     * @throws BlobsUnavailable when the store cannot be read
     */
    Optional<Blob> open(String hash);
}
