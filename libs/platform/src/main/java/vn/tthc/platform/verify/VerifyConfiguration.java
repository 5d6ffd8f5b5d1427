package vn.tthc.platform.verify;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.tthc.platform.TthcProperties;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.relay.EventRecords;
import vn.tthc.platform.relay.OwnTopics;

/** Balancing the books, in every service. */
@Configuration(proxyBeanMethods = false)
@Import(LogEndpoint.class)
public class VerifyConfiguration {

    @Bean
    LogVerifier logVerifier(
            TthcProperties properties,
            EventLog log,
            EventJson json,
            EventRecords records,
            OwnTopics topics,
            MeterRegistry meters,
            InstantSource clock) {
        LastResult last = new LastResult(meters, clock, "log");
        return new LogVerifier(properties.service(), properties.kafka(), log, json, records, topics, last);
    }
}
