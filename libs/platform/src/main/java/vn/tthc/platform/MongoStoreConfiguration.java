package vn.tthc.platform;

import com.mongodb.MongoException;
import com.mongodb.event.CommandListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.mongodb.MongoMetricsCommandListener;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tthc.platform.consume.ConsumerStore;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.mongo.MongoCheckpoints;
import vn.tthc.platform.mongo.MongoConnection;
import vn.tthc.platform.mongo.MongoConsumerStore;
import vn.tthc.platform.mongo.MongoDocuments;
import vn.tthc.platform.mongo.MongoDuties;
import vn.tthc.platform.mongo.MongoEventLog;
import vn.tthc.platform.mongo.MongoSequences;
import vn.tthc.platform.relay.Checkpoints;
import vn.tthc.platform.relay.Duties;
import vn.tthc.platform.store.Sequences;

/** The store on MongoDB: one database per service, for any number of its processes. */
@OnMongodb
@Configuration(proxyBeanMethods = false)
public class MongoStoreConfiguration {

    /** Beans that listen to commands hear them too; a service has none, its tests do. */
    @Bean
    MongoConnection mongoConnection(
            TthcProperties properties,
            @Value("${tthc.mongodb.uri:}") String uri,
            MeterRegistry meters,
            ObjectProvider<CommandListener> others) {
        if (uri.isBlank()) {
            throw new IllegalStateException(
                    "tthc.store is mongodb, so tthc.mongodb.uri (TTHC_MONGODB_URI) must say where it is");
        }
        List<CommandListener> listeners = new ArrayList<>(others.orderedStream().toList());
        listeners.add(new MongoMetricsCommandListener(meters));
        return MongoConnection.open(uri, properties.service(), listeners);
    }

    @Bean
    HealthIndicator mongodbHealthIndicator(MongoConnection connection) {
        return () -> {
            try {
                connection.ping();
                return Health.up().build();
            } catch (MongoException e) {
                return Health.down()
                        .withDetail("mongodb", e.getClass().getSimpleName())
                        .build();
            }
        };
    }

    @Bean
    EventLog eventLog(MongoConnection connection, InstantSource clock, EventJson json) {
        return new MongoEventLog(connection, clock, json, MongoEventLog.PATIENCE);
    }

    @Bean
    MongoDocuments documents(MongoConnection connection, InstantSource clock) {
        return new MongoDocuments(connection, clock);
    }

    @Bean
    Sequences sequences(MongoConnection connection) {
        return new MongoSequences(connection);
    }

    @Bean
    ConsumerStore consumerStore(MongoDocuments documents, Sequences sequences) {
        return new MongoConsumerStore(documents, sequences);
    }

    @Bean
    Checkpoints checkpoints(MongoConnection connection) {
        return new MongoCheckpoints(connection);
    }

    @Bean
    Duties duties(MongoConnection connection) {
        return new MongoDuties(connection, MongoDuties.PATIENCE);
    }
}
