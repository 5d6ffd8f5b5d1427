package vn.tthc.query.lookup;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gate in front of the public's questions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LookupSettings.class)
class LookupConfiguration {

    @Bean
    LookupGate lookupGate(LookupSettings settings, MeterRegistry meters) {
        return new LookupGate(settings, TimeMeter.SYSTEM_NANOTIME, meters);
    }
}
