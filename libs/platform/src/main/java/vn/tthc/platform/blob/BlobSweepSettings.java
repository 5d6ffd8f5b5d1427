package vn.tthc.platform.blob;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files that nobody refers to are swept.
 *
 * @param removes whether they are; asked for on purpose, because what is removed is gone (ADR 0047 says what has to hold)
 * @param age so old a file is at the least, counted from when its content came last; longer than whoever sends a file may
 *     take until the command that names it
 * @param every how often it is looked for them
 */
@ConfigurationProperties("tthc.blobs.sweep")
public record BlobSweepSettings(
        @DefaultValue("false") boolean removes,
        @DefaultValue("7d") Duration age,
        @DefaultValue("10m") Duration every) {
    private static final Duration YOUNGEST = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    public BlobSweepSettings {
        if (age.compareTo(YOUNGEST) < 0) {
            throw new IllegalArgumentException("tthc.blobs.sweep.age is at least a day");
        }
        if (every.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("tthc.blobs.sweep.every is at least a second");
        }
    }
}
