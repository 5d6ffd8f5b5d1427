package vn.tthc.platform.blob;

import java.io.IOException;
import java.io.InputStream;

/**
 * A blob being read; to be closed.
 *
 * @param info what it is
 * @param content its bytes, decrypted piece by piece; reading throws {@link IOException} where they were changed
 */
public record Blob(BlobInfo info, InputStream content) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        content.close();
    }
}
