package vn.tthc.law.clock;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.tthc.law.Term;

/**
 * When a date may be promised anew. None of this is confirmed for Nghị định 118/2025/NĐ-CP, so all of it is data.
 *
 * @param most how many extensions a dossier may have
 * @param notice how long before the due moment the apology must be recorded at the latest
 * @param longest how far after the measured due moment the new date may lie, null when as far as one likes
 */
public record ExtensionRule(
        int most, Duration notice, @Nullable Term longest) {
    /**
     * Once per dossier (Nghị định 61/2018/NĐ-CP, Điều 19, unsourced), at least one day before expiry (practice of the
     * province under that decree); how far was not found.
     */
    public static final ExtensionRule CUSTOMARY = new ExtensionRule(1, Duration.ofDays(1), null);
}
