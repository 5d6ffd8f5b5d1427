package vn.tthc.law.clock;

import java.time.Duration;

/**
 * When a date may be promised anew. Neither number is confirmed for Nghị định 118/2025/NĐ-CP, so both are data.
 *
 * @param most how many extensions a dossier may have
 * @param notice how long before the due moment the apology must be recorded at the latest
 */
public record ExtensionRule(int most, Duration notice) {
    /**
     * Once per dossier (Nghị định 61/2018/NĐ-CP, Điều 19, unsourced), at least one day before expiry (practice of the
     * province under that decree).
     */
    public static final ExtensionRule CUSTOMARY = new ExtensionRule(1, Duration.ofDays(1));
}
