package vn.tthc.platform.person;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.platform.OnMongodb;
import vn.tthc.platform.OnSqlite;
import vn.tthc.platform.TthcProperties;
import vn.tthc.platform.operation.OperationLog;
import vn.tthc.platform.sqlite.Database;
import vn.tthc.platform.store.DocumentStore;

/** Personal data of a service: the vault, and its keys' way out and in. */
@Configuration(proxyBeanMethods = false)
@Import(ReadLogEndpoint.class)
public class PersonConfiguration {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Bean
    @OnSqlite
    HeldKeys personKeys(Database database) {
        return new PersonKeys(database);
    }

    @Bean
    @OnMongodb
    HeldKeys documentKeys(@Qualifier("documents") DocumentStore documents) {
        return new DocumentKeys(documents);
    }

    @Bean
    KeyPublisher keyPublisher(
            HeldKeys keys,
            InstantSource clock,
            @Value("${tthc.kafka:127.0.0.1:9092}") String kafka,
            @Value("${tthc.service}") String service) {
        return new KeyPublisher(keys, () -> KeyClients.producer(kafka, service), JSON, clock);
    }

    @Bean
    MasterKeys masterKeys(@Value("${tthc.master-key:}") String masterKey) {
        return new MasterKeys(KeyFile.read("tthc.master-key", masterKey));
    }

    @Bean
    AesPersonVault personVault(HeldKeys keys, KeyPublisher publisher, MasterKeys master) {
        return new AesPersonVault(master, keys, publisher::wake);
    }

    @Bean
    KeyRing keyRing(
            HeldKeys keys,
            AesPersonVault vault,
            @Value("${tthc.kafka:127.0.0.1:9092}") String kafka,
            @Value("${tthc.service}") String service) {
        return new KeyRing(keys, vault::forget, () -> KeyClients.consumer(kafka, service), JSON);
    }

    @Bean
    ErasureReaction erasureReaction(
            AesPersonVault vault,
            TthcProperties properties,
            ObjectProvider<PersonTraces> traces,
            OperationLog log,
            InstantSource clock) {
        return new ErasureReaction(
                vault,
                new ErasedPersons(properties.dataDir().resolve("erased-persons")),
                traces.orderedStream().toList(),
                log,
                clock);
    }

    @Bean
    Rewrapping rewrapping(ObjectProvider<OldKeys> holders) {
        return new Rewrapping(holders.orderedStream().toList());
    }

    @Bean
    MeterBinder keyMeters(Rewrapping rewrapping) {
        return registry -> Gauge.builder("tthc.keys.old", rewrapping, Rewrapping::old)
                .description("Keys an older master key still wraps; at 0 everywhere it can be taken away")
                .register(registry);
    }

    @Bean
    ReadLog readLog(DocumentStore documents, @Value("${tthc.read-log.keep:1826d}") Duration keep) {
        return new ReadLog(documents, keep);
    }

    /** Only where something is looked for by personal data: without anybody who asks for it, it needs no key. */
    @Bean
    @Lazy
    KeyedHashes keyedHashes(@Value("${tthc.hash-key:}") String hashKey) {
        return new KeyedHashes(KeyFile.read("tthc.hash-key", hashKey));
    }

    /** Only where secrets are given out: without anybody who asks for it, it is not made and needs no key. */
    @Bean
    @Lazy
    LookupSecrets lookupSecrets(@Value("${tthc.lookup-key:}") String lookupKey) {
        return new LookupSecrets(KeyFile.read("tthc.lookup-key", lookupKey));
    }
}
