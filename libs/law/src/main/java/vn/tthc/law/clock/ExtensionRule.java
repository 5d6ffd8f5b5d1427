package vn.tthc.law.clock;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.tthc.law.Term;

/**
 * When a date may be promised anew. None of this is confirmed for Nghị định 118/2025/NĐ-CP, so all of it is data.
 *
 * @param most how many extensions a dossier may have
 * @param notice how long before the due moment the apology must be recorded at the latest
 * @param longest how far after the measured due moment the new date may lie, null when nothing says so: then {@link
 *     #FURTHEST}
 */
public record ExtensionRule(
        int most, Duration notice, @Nullable Term longest) {
    /** What lies further away is a slip of the pen and no date (unsourced). */
    public static final Duration FURTHEST = Duration.ofDays(366);

    /**
     * Once per dossier (Nghị định 61/2018/NĐ-CP, Điều 19, unsourced), at least one day before expiry (practice of the
     * province under that decree); how far was not found.
     */
    public static final ExtensionRule CUSTOMARY = new ExtensionRule(1, Duration.ofDays(1), null);
}
