package vn.tthc.platform;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a service is told about the place it runs in.
 *
 * @param service intake, processing, postal or query
 * @param dataDir folder of its own file
 * @param kafka bootstrap servers
 * @param writeQueue how many writes may wait before a caller is told to come again
 * @param restoreMoment the moment a restored file is taken back to before anything reads it; null in ordinary life
 */
@ConfigurationProperties("tthc")
public record TthcProperties(
        String service,
        Path dataDir,
        @DefaultValue("127.0.0.1:9092") String kafka,
        @DefaultValue("10000") int writeQueue,
        @Nullable Instant restoreMoment) {}
