package vn.tthc.platform;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.sqlite.SqliteEventLog;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.Sequences;
import vn.tthc.platform.store.sqlite.SqliteDocuments;
import vn.tthc.platform.store.sqlite.SqliteSequences;

/** The embedded store: one file per service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TthcProperties.class)
public class StoreConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    EventJson eventJson() {
        return new EventJson();
    }

    @Bean
    SqliteDatabase database(TthcProperties properties) {
        return SqliteDatabase.open(properties.dataDir().resolve(properties.service() + ".db"), properties.writeQueue());
    }

    @Bean
    EventLog eventLog(SqliteDatabase database, InstantSource clock, EventJson json) {
        return new SqliteEventLog(database, clock, json);
    }

    @Bean
    SqliteDocuments documents(SqliteDatabase database) {
        return new SqliteDocuments(database);
    }

    @Bean
    Sequences sequences(SqliteDatabase database) {
        return new SqliteSequences(database);
    }

    @Bean
    Streams streams(EventLog log, EventJson json) {
        return new Streams(log, json);
    }
}
