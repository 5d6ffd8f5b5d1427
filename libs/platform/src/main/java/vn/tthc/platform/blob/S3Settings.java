package vn.tthc.platform.blob;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where an S3-compatible store of files is. Nothing has a default that would let a service write to a place nobody chose.
 *
 * @param endpoint its address; null for the one of AWS in that region
 * @param region the region requests are signed for
 * @param bucket the bucket, which must be there
 * @param accessKey who signs
 * @param secretKey with what
 */
@ConfigurationProperties("tthc.blobs.s3")
record S3Settings(
        @Nullable URI endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String bucket,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey) {
    S3Settings {
        if (bucket.isBlank() || accessKey.isBlank() || secretKey.isBlank()) {
            throw new IllegalStateException("tthc.blobs.store is s3, so tthc.blobs.s3.bucket, access-key and secret-key"
                    + " (TTHC_S3_BUCKET, TTHC_S3_ACCESS_KEY, TTHC_S3_SECRET_KEY) must say where and who");
        }
        if (endpoint != null && endpoint.toString().isEmpty()) {
            endpoint = null;
        }
        if (endpoint != null && (endpoint.getHost() == null || endpoint.getUserInfo() != null)) {
            throw new IllegalStateException("tthc.blobs.s3.endpoint (TTHC_S3_ENDPOINT) must be an address like"
                    + " https://host:port, and hold no password");
        }
    }

    @Override
    public String toString() {
        return "S3Settings[" + endpoint + ", " + region + ", " + bucket + "]";
    }
}
