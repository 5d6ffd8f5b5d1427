package vn.tthc.platform.blob;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.tthc.platform.TthcProperties;
import vn.tthc.platform.person.MasterKeys;

/** Blobs, in the services that say so: in a folder beside the service's file, or in a bucket. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("tthc.blobs.enabled")
@EnableConfigurationProperties(BlobSettings.class)
@Import({BlobEndpoint.class, S3BlobConfiguration.class, BlobSweepConfiguration.class})
public class BlobConfiguration {

    @Bean
    @ConditionalOnProperty(name = "tthc.blobs.store", havingValue = "files", matchIfMissing = true)
    FileShelf blobShelf(TthcProperties properties, BlobSettings settings, InstantSource clock) {
        return new FileShelf(properties.dataDir().resolve("blobs"), leftBefore(settings, clock));
    }

    /** Nobody writes to a draft for longer than an upload may take; twice that leaves room for a slow disk. */
    static Instant leftBefore(BlobSettings settings, InstantSource clock) {
        return clock.instant().minus(settings.uploadTime().multipliedBy(2));
    }

    @Bean
    SealedBlobs blobs(Shelf shelf, ObjectProvider<BlobMarks> marks, MasterKeys master, BlobSettings settings) {
        BlobMarks swept = marks.getIfAvailable();
        return new SealedBlobs(shelf, swept == null ? Marks.NONE : swept, master, settings, System::nanoTime);
    }

    @Bean
    BlobRewrapping blobRewrapping(Shelf shelf, MasterKeys master) {
        return new BlobRewrapping(shelf, master);
    }

    @Bean
    MeterBinder blobMeters(SealedBlobs blobs) {
        return registry -> Gauge.builder("tthc.blobs.uploads", blobs, SealedBlobs::underWay)
                .description("Files being stored at this moment")
                .register(registry);
    }
}
