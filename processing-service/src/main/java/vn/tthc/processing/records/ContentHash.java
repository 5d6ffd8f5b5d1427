package vn.tthc.processing.records;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Says whether two tellings of a recorded step are the same. */
final class ContentHash {
    private ContentHash() {}

    /** Over everything that was told; what was not told differs from an empty text. */
    static String of(RecordedStepRequest told) {
        return hash(
                told.recordId(),
                told.name(),
                told.agency(),
                told.agencyName(),
                told.agencyLabel(),
                told.resource(),
                told.level() == null ? null : told.level().name(),
                told.occurredAt() == null ? null : told.occurredAt().toString());
    }

    private static String hash(@Nullable String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
                int length = part == null ? -1 : bytes.length;
                digest.update(ByteBuffer.allocate(4).putInt(length).array());
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
