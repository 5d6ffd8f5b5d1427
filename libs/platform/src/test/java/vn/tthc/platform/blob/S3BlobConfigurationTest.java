package vn.tthc.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tthc.platform.TthcProperties;

/** A bucket is chosen by configuration alone, and never half. */
class S3BlobConfigurationTest {
    @TempDir
    private Path folder;

    private ApplicationContextRunner context(String... properties) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Rest.class, S3BlobConfiguration.class)
                .withPropertyValues(
                        "tthc.service=intake",
                        "tthc.data-dir=" + folder,
                        "tthc.kafka=127.0.0.1:9",
                        "tthc.blobs.enabled=true")
                .withPropertyValues(properties);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({TthcProperties.class, BlobSettings.class})
    static class Rest {
        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }
    }

    @Test
    void a_folder_is_the_shelf_until_somebody_says_s3() {
        context().run(started -> assertThat(started).doesNotHaveBean(Shelf.class));
        context("tthc.blobs.store=files").run(started -> assertThat(started).doesNotHaveBean(Shelf.class));
    }

    @Test
    void a_bucket_without_a_name_or_a_key_stops_the_service() {
        context("tthc.blobs.store=s3", "tthc.blobs.s3.endpoint=", "tthc.blobs.s3.bucket=", "tthc.blobs.s3.access-key=a")
                .run(started ->
                        assertThat(started.getStartupFailure()).rootCause().hasMessageContaining("TTHC_S3_BUCKET"));
    }

    @Test
    void a_bucket_is_the_shelf_when_everything_is_said() {
        context(
                        "tthc.blobs.store=s3",
                        "tthc.blobs.s3.endpoint=",
                        "tthc.blobs.s3.bucket=dossiers",
                        "tthc.blobs.s3.access-key=a",
                        "tthc.blobs.s3.secret-key=b")
                .run(started -> assertThat(started).hasSingleBean(S3Shelf.class));
    }
}
