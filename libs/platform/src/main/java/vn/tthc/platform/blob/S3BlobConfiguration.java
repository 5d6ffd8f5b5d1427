package vn.tthc.platform.blob;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tthc.platform.TthcProperties;

/** The shelf in a bucket; a class of its own, so that nothing of the client is loaded where a folder is the shelf. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("tthc.blobs.enabled")
@ConditionalOnProperty(name = "tthc.blobs.store", havingValue = "s3")
@EnableConfigurationProperties(S3Settings.class)
class S3BlobConfiguration {

    @Bean
    S3Shelf blobShelf(S3Settings bucket, TthcProperties properties, BlobSettings settings, InstantSource clock) {
        Drafts drafts = new Drafts(
                properties.dataDir().resolve("blobs").resolve("drafts"), BlobConfiguration.leftBefore(settings, clock));
        return new S3Shelf(bucket, properties.service(), drafts);
    }
}
