package vn.tthc.law.clock;

import java.time.Instant;

/**
 * A new date promised with an apology (Mẫu 04). The original due moment stays the measured one.
 *
 * @param recordedAt when the apology was recorded
 * @param promisedAt the date promised
 * @param reason why, as the letter says; not blank
 */
public record Extension(Instant recordedAt, Instant promisedAt, String reason) {
    public Extension {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an extension has a reason");
        }
    }
}
