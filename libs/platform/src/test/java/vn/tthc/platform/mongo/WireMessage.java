package vn.tthc.platform.mongo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** A whole message of MongoDB's protocol. Its first document is the command, or the answer to one. */
final class WireMessage {
    private static final int HEADER = 16;
    private static final int LARGEST = 48 * 1024 * 1024;
    private static final int REPLY = 1;
    private static final int QUERY = 2004;
    private static final int MESSAGE = 2013;

    private final byte[] bytes;

    private WireMessage(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads one.
     *
     * @throws IOException when the other end has closed the connection, or sends something else
     */
    static WireMessage read(InputStream in) throws IOException {
        byte[] size = in.readNBytes(4);
        if (size.length < 4) {
            throw new IOException("closed");
        }
        int length = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < HEADER || length > LARGEST) {
            throw new IOException("not a message");
        }
        byte[] message = new byte[length];
        System.arraycopy(size, 0, message, 0, 4);
        if (in.readNBytes(message, 4, length - 4) < length - 4) {
            throw new IOException("closed");
        }
        return new WireMessage(message);
    }

    void write(OutputStream out) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Its first document. */
    BsonDocument body() {
        int at = bodyAt();
        return new RawBsonDocument(bytes, at, numbers(bytes).getInt(at));
    }

    /** Whether it is a command of that name; {@code "insert commits"} is one on that collection alone. */
    boolean is(String command) {
        BsonDocument body = body();
        String name = body.getFirstKey();
        return command.equals(name)
                || (body.get(name) instanceof BsonString collection
                        && command.equals(name + " " + collection.getValue()));
    }

    /** The same with another first document. */
    WireMessage with(BsonDocument body) {
        int at = bodyAt();
        int rest = at + numbers(bytes).getInt(at);
        byte[] document = written(body);
        ByteBuffer changed = ByteBuffer.allocate(at + document.length + bytes.length - rest)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(bytes, 0, at)
                .put(document)
                .put(bytes, rest, bytes.length - rest);
        return new WireMessage(changed.putInt(0, changed.capacity()).array());
    }

    /** The same as the answer to another command. */
    WireMessage inAnswerTo(WireMessage command) {
        byte[] again = bytes.clone();
        numbers(again).putInt(8, numbers(command.bytes).getInt(4));
        return new WireMessage(again);
    }

    /** An answer to it, of the server's own making. */
    WireMessage answer(BsonDocument body) {
        byte[] document = written(body);
        int size = HEADER + 4 + 1 + document.length;
        ByteBuffer answer = ByteBuffer.allocate(size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(size)
                .putInt(0)
                .putInt(numbers(bytes).getInt(4))
                .putInt(MESSAGE)
                .putInt(0)
                .put((byte) 0)
                .put(document);
        return new WireMessage(answer.array());
    }

    private int bodyAt() {
        int kind = numbers(bytes).getInt(12);
        return switch (kind) {
            // Flags, cursor, where it starts, how many.
            case REPLY -> HEADER + 4 + 8 + 4 + 4;
            // Flags, the name of a collection with a zero at its end, how many to skip and to return.
            case QUERY -> afterZero(HEADER + 4) + 4 + 4;
            // Flags, the kind of section.
            case MESSAGE -> HEADER + 4 + 1;
            default -> throw new IllegalStateException("a message of kind " + kind);
        };
    }

    private int afterZero(int from) {
        int at = from;
        while (bytes[at] != 0) {
            at++;
        }
        return at + 1;
    }

    private static ByteBuffer numbers(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] written(BsonDocument document) {
        ByteBuffer written = new RawBsonDocument(document, new BsonDocumentCodec())
                .getByteBuffer()
                .asNIO();
        byte[] bytes = new byte[written.remaining()];
        written.get(bytes);
        return bytes;
    }
}
