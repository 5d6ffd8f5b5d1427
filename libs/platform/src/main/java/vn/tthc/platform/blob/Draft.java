package vn.tthc.platform.blob;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A draft being written, with room left for its header; a disk that takes no more is told apart from a bad sender. */
final class Draft implements AutoCloseable {
    private final OutputStream out;

    Draft(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            channel.position(BlobHeader.BYTES);
            this.out = Channels.newOutputStream(channel);
        } catch (IOException e) {
            throw BlobsUnavailable.notWritten(e);
        }
    }

    void write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw BlobsUnavailable.notWritten(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw BlobsUnavailable.notWritten(e);
        }
    }
}
