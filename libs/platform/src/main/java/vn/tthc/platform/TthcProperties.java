package vn.tthc.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a service is told about the place it runs in.
 *
 * @param service intake, processing, postal or query
 * @param dataDir folder of its own file
 * @param kafka bootstrap servers
 * @param writeQueue how many writes may wait before a caller is told to come again
 */
@ConfigurationProperties("tthc")
public record TthcProperties(
        String service,
        Path dataDir,
        @DefaultValue("127.0.0.1:9092") String kafka,
        @DefaultValue("10000") int writeQueue) {}
