package vn.tthc.platform.blob;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tthc.platform.consume.Completeness;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.relay.Duties;
import vn.tthc.platform.store.DocumentStore;

/** The sweep, in the services that say which of their events name files ({@link BlobNaming}). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("tthc.blobs.sweep.enabled")
@EnableConfigurationProperties(BlobSweepSettings.class)
class BlobSweepConfiguration {

    @Bean
    BlobNames blobNames(BlobNaming naming) {
        return new BlobNames(naming);
    }

    @Bean
    BlobMarks blobMarks(DocumentStore documents) {
        return new BlobMarks(documents);
    }

    @Bean
    BlobTraces blobTraces(DocumentStore documents, BlobMarks marks, PersonVault vault, InstantSource clock) {
        return new BlobTraces(documents, marks, vault, clock);
    }

    @Bean
    BlobSweep blobSweep(
            Shelf shelf,
            BlobMarks marks,
            DocumentStore documents,
            PersonVault vault,
            ObjectProvider<BlobHolder> holders,
            Completeness completeness,
            BlobSweepSettings settings,
            InstantSource clock) {
        return new BlobSweep(
                shelf,
                marks,
                documents,
                vault::isForgotten,
                holders.orderedStream().toList(),
                () -> completeness.until(BlobNames.NAME),
                settings.age(),
                clock);
    }

    @Bean
    BlobSweepLoop blobSweepLoop(BlobSweep sweep, BlobSweepSettings settings, Duties duties, MeterRegistry registry) {
        return new BlobSweepLoop(sweep, settings, duties, registry);
    }
}
