package vn.tthc.platform.verify;

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
            TthcProperties properties, EventLog log, EventJson json, EventRecords records, OwnTopics topics) {
        return new LogVerifier(properties.service(), properties.kafka(), log, json, records, topics);
    }
}
