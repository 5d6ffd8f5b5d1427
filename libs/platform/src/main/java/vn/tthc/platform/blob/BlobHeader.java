package vn.tthc.platform.blob;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import vn.tthc.platform.person.MasterKeys;

/**
 * How a kept file begins: 512 bytes with its kind, its length and its key, which is wrapped for this hash, kind and
 * length alone. A file that is renamed to another hash, or whose kind or length is changed here, does not open.
 *
 * @param info what the file holds
 * @param key its key, wrapped
 */
record BlobHeader(BlobInfo info, MasterKeys.Wrapped key) {
    static final int BYTES = 512;
    private static final byte[] MAGIC = {'T', 'T', 'H', 'C', 'B', 'L', 'B', '1'};

    static BlobHeader of(BlobInfo info, byte[] key, MasterKeys master) {
        return new BlobHeader(info, master.wrap(key, place(info)));
    }

    byte[] unwrap(MasterKeys master) {
        return master.unwrap(key, place(info));
    }

    private static String[] place(BlobInfo info) {
        return new String[] {
            "blob-key", info.hash(), info.kind().name(), Long.toString(info.bytes()),
        };
    }

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BYTES);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            out.writeInt(key.masterKeyVersion());
            out.writeLong(info.bytes());
            out.writeUTF(info.kind().name());
            out.writeUTF(key.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(bytes.toByteArray(), BYTES);
    }

    /**
     * Reads one.
     *
     * @param hash the name the file goes by
     * @throws IOException when these are not the first bytes of such a file
     */
    static BlobHeader decode(String hash, byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (bytes.length != BYTES || !Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw new IOException("not a kept file");
        }
        int version = in.readInt();
        long length = in.readLong();
        try {
            BlobKind kind = BlobKind.valueOf(in.readUTF());
            return new BlobHeader(new BlobInfo(hash, kind, length), new MasterKeys.Wrapped(version, in.readUTF()));
        } catch (IllegalArgumentException e) {
            throw new IOException("a kept file of a kind nobody knows", e);
        }
    }

    /** How long the whole file is. */
    long fileBytes() {
        return BYTES + Chunks.sealedBytes(info.bytes());
    }
}
