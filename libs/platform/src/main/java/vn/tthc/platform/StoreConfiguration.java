package vn.tthc.platform;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tthc.platform.backup.RestoredMoment;
import vn.tthc.platform.consume.ConsumerStore;
import vn.tthc.platform.consume.sqlite.SqliteConsumerStore;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.sqlite.SqliteEventLog;
import vn.tthc.platform.relay.Checkpoints;
import vn.tthc.platform.relay.Duties;
import vn.tthc.platform.relay.SqliteCheckpoints;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.Sequences;
import vn.tthc.platform.store.sqlite.SqliteDocuments;
import vn.tthc.platform.store.sqlite.SqliteSequences;

/** The embedded store: one file per service. */
@OnSqlite
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    @Bean
    SqliteDatabase database(TthcProperties properties) {
        SqliteDatabase database = SqliteDatabase.open(
                properties.dataDir().resolve(properties.service() + ".db"), properties.writeQueue());
        Instant moment = properties.restoreMoment();
        if (moment != null) {
            // Here, because everything else that reads the file is given it by this method.
            RestoredMoment.apply(database, moment);
        }
        return database;
    }

    @Bean
    HealthIndicator writerHealthIndicator(SqliteDatabase database) {
        return () -> database.broken() == null
                ? Health.up().withDetail("waiting", database.waiting()).build()
                : Health.down().withDetail("writer", "stopped until a restart").build();
    }

    @Bean
    MeterBinder writerMeters(SqliteDatabase database) {
        return registry -> {
            Gauge.builder("tthc.store.waiting", database, SqliteDatabase::waiting)
                    .description("Writes that wait for the writer")
                    .register(registry);
            FunctionCounter.builder("tthc.store.synced", database, SqliteDatabase::synced)
                    .description("Groups of writes that were committed with an fsync")
                    .register(registry);
            FunctionCounter.builder("tthc.store.durable", database, SqliteDatabase::durable)
                    .description("Writes that waited for one of those")
                    .register(registry);
            Gauge.builder("tthc.store.broken", database, store -> store.broken() == null ? 0 : 1)
                    .description("1 when nothing can be written until a restart")
                    .register(registry);
        };
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
    ConsumerStore consumerStore(SqliteDatabase database, SqliteDocuments documents) {
        return new SqliteConsumerStore(database, documents);
    }

    @Bean
    Checkpoints checkpoints(SqliteDatabase database) {
        return new SqliteCheckpoints(database);
    }

    /** One process owns the file, so it has every duty. */
    @Bean
    Duties duties() {
        return Duties.ofOneProcess();
    }
}
