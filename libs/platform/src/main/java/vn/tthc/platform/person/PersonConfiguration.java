package vn.tthc.platform.person;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.platform.sqlite.Database;

/** Personal data of a service: the vault, and its keys' way out and in. */
@Configuration(proxyBeanMethods = false)
public class PersonConfiguration {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Bean
    PersonKeys personKeys(Database database) {
        return new PersonKeys(database);
    }

    @Bean
    KeyPublisher keyPublisher(
            PersonKeys keys,
            InstantSource clock,
            @Value("${tthc.kafka:127.0.0.1:9092}") String kafka,
            @Value("${tthc.service}") String service) {
        return new KeyPublisher(keys, () -> KeyClients.producer(kafka, service), JSON, clock);
    }

    @Bean
    AesPersonVault personVault(
            PersonKeys keys, KeyPublisher publisher, @Value("${tthc.master-key:}") String masterKey) {
        return new AesPersonVault(new MasterKeys(KeyFile.read("tthc.master-key", masterKey)), keys, publisher::wake);
    }

    @Bean
    KeyRing keyRing(
            PersonKeys keys,
            AesPersonVault vault,
            @Value("${tthc.kafka:127.0.0.1:9092}") String kafka,
            @Value("${tthc.service}") String service) {
        return new KeyRing(keys, vault::forget, () -> KeyClients.consumer(kafka, service), JSON);
    }

    /** Only where secrets are given out: without anybody who asks for it, it is not made and needs no key. */
    @Bean
    @Lazy
    LookupSecrets lookupSecrets(@Value("${tthc.lookup-key:}") String lookupKey) {
        return new LookupSecrets(KeyFile.read("tthc.lookup-key", lookupKey));
    }
}
