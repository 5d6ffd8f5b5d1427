package vn.tthc.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The secret shared with the system, and what is signed with it. */
final class Secret {
    private final byte[] key;

    Secret(byte[] key) {
        this.key = key.clone();
    }

    /** The last line {@code version:base64} of a file. */
    static Secret read(Path file) {
        try {
            String last = Files.readString(file)
                    .strip()
                    .lines()
                    .reduce((one, other) -> other)
                    .orElse("");
            return new Secret(Base64.getDecoder().decode(last.substring(last.indexOf(':') + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException("The secret " + file + " cannot be read", e);
        }
    }

    String sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /** Whether one of several signatures, separated by blanks, is the message's: who changes a secret signs with both. */
    boolean holds(@Nullable String signature, @Nullable String id, @Nullable String timestamp, byte[] body) {
        return signature != null
                && id != null
                && timestamp != null
                && Arrays.stream(signature.split(" ", -1))
                        .anyMatch(one -> MessageDigest.isEqual(
                                sign(id, timestamp, body).getBytes(StandardCharsets.UTF_8),
                                one.getBytes(StandardCharsets.UTF_8)));
    }
}
