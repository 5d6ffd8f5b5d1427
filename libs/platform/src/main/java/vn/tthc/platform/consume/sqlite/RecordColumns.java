package vn.tthc.platform.consume.sqlite;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import vn.tthc.platform.consume.RawRecord;

/** A record in the columns topic, partition, offset, key, headers, value. */
final class RecordColumns {
    static final String NAMES = "topic, partition, offset, key, headers, value";
    static final int COUNT = 6;
    private static final int NULL = -1;

    private RecordColumns() {}

    static void bind(PreparedStatement statement, int first, RawRecord raw) throws SQLException {
        statement.setString(first, raw.topic());
        statement.setInt(first + 1, raw.partition());
        statement.setLong(first + 2, raw.offset());
        statement.setString(first + 3, raw.key());
        statement.setBytes(first + 4, encode(raw.headers()));
        statement.setBytes(first + 5, raw.value());
    }

    static RawRecord read(ResultSet row) throws SQLException {
        return new RawRecord(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("offset"),
                row.getString("key"),
                decode(row.getBytes("headers")),
                row.getBytes("value"));
    }

    private static byte[] encode(Headers headers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Header header : headers) {
                byte[] name = header.key().getBytes(StandardCharsets.UTF_8);
                out.writeInt(name.length);
                out.write(name);
                byte[] value = header.value();
                out.writeInt(value == null ? NULL : value.length);
                if (value != null) {
                    out.write(value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Headers decode(byte[] bytes) {
        RecordHeaders headers = new RecordHeaders();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                String name = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                int length = in.readInt();
                headers.add(name, length == NULL ? null : in.readNBytes(length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return headers;
    }
}
