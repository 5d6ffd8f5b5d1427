package vn.tthc.platform.consume;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What consumers are told about Kafka.
 *
 * @param service whose consumers they are
 * @param kafka bootstrap servers
 * @param sources services whose watermarks must be known before a view can say how fresh it is
 */
@ConfigurationProperties("tthc")
public record ConsumeSettings(
        String service,
        @DefaultValue("127.0.0.1:9092") String kafka,
        @DefaultValue List<String> sources) {
    public ConsumeSettings {
        sources = List.copyOf(sources);
    }
}
