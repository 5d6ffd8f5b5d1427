package vn.tthc.platform;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tthc.platform.command.RecentStreams;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;

/** What every service has, whatever it stores on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TthcProperties.class)
public class CommonConfiguration {

    /** Where a service keeps what it knows. */
    enum StoreKind {
        /** In a file of its own. */
        SQLITE,
        /** In MongoDB, shared by any number of processes of this service. */
        MONGODB
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    EventJson eventJson() {
        return new EventJson();
    }

    /** Read here so that a word that names no store is refused by name. */
    @Bean
    StoreKind storeKind(@Value("${tthc.store:sqlite}") StoreKind kind) {
        return kind;
    }

    @Bean
    RecentStreams recentStreams(EventLog log, EventJson json) {
        return new RecentStreams(log, json);
    }

    @Bean
    Streams streams(RecentStreams recent, EventJson json) {
        return new Streams(recent, json);
    }
}
