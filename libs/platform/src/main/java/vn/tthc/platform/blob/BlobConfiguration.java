package vn.tthc.platform.blob;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.tthc.platform.TthcProperties;
import vn.tthc.platform.person.MasterKeys;

/** Blobs, in the services that say so: a folder beside the service's file. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("tthc.blobs.enabled")
@EnableConfigurationProperties(BlobSettings.class)
@Import(BlobEndpoint.class)
public class BlobConfiguration {

    @Bean
    FileShelf blobShelf(TthcProperties properties, BlobSettings settings, InstantSource clock) {
        // Nobody writes to a draft for longer than an upload may take; twice that leaves room for a slow disk.
        Instant left = clock.instant().minus(settings.uploadTime().multipliedBy(2));
        return new FileShelf(properties.dataDir().resolve("blobs"), left);
    }

    @Bean
    SealedBlobs blobs(FileShelf shelf, MasterKeys master, BlobSettings settings) {
        return new SealedBlobs(shelf, master, settings, System::nanoTime);
    }

    @Bean
    BlobRewrapping blobRewrapping(FileShelf shelf, MasterKeys master) {
        return new BlobRewrapping(shelf, master);
    }

    @Bean
    MeterBinder blobMeters(SealedBlobs blobs) {
        return registry -> Gauge.builder("tthc.blobs.uploads", blobs, SealedBlobs::underWay)
                .description("Files being stored at this moment")
                .register(registry);
    }
}
