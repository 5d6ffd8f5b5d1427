package vn.tthc.platform.blob;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Sealed files in a bucket of an S3-compatible store: {@code service/abcdef…}. A file is there as a whole or not at all,
 * since a bucket has no other way. Drafts lie in a folder of this process until they are finished.
 */
final class S3Shelf implements Shelf, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(20);
    private static final Duration ATTEMPT = Duration.ofSeconds(40);
    private static final Duration CALL = Duration.ofSeconds(90);
    private static final int ATTEMPTS = 3;

    private final S3Client client;
    private final String bucket;
    private final String prefix;
    private final Drafts drafts;

    /**
     * The shelf of a service.
     *
     * @param service its files stand apart from those of others in the bucket
     */
    S3Shelf(S3Settings settings, String service, Drafts drafts) {
        this.bucket = settings.bucket();
        this.prefix = service + "/";
        this.drafts = drafts;
        this.client = client(settings);
    }

    private static S3Client client(S3Settings settings) {
        var builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(READ))
                // What is sent is signed with its hash, and what is read is sealed: more checks than older stores know
                // are asked for by none of them.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(each -> each.apiCallTimeout(CALL)
                        .apiCallAttemptTimeout(ATTEMPT)
                        .retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build()));
        URI endpoint = settings.endpoint();
        if (endpoint != null) {
            // Stores beside AWS's own seldom have a name for every bucket.
            builder.endpointOverride(endpoint)
                    .serviceConfiguration(S3Configuration.builder()
                            .pathStyleAccessEnabled(true)
                            .chunkedEncodingEnabled(false)
                            .build());
        }
        return builder.build();
    }

    @Override
    public Path draft() throws IOException {
        return drafts.draft();
    }

    @Override
    public void keep(Path draft, String name) throws IOException {
        try {
            client.putObject(request -> request.bucket(bucket).key(prefix + name), RequestBody.fromFile(draft));
        } catch (SdkException e) {
            throw new IOException("The bucket did not take a file.", e);
        }
    }

    @Override
    public List<Entry> entries(String beginning) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try {
            for (S3Object object : client.listObjectsV2Paginator(
                            request -> request.bucket(bucket).prefix(prefix + beginning))
                    .contents()) {
                // Of what a store does not tell the age it is never old.
                Instant since = object.lastModified() == null ? Instant.MAX : object.lastModified();
                entries.add(new Entry(object.key().substring(prefix.length()), since));
            }
        } catch (SdkException e) {
            throw new IOException("The bucket does not say what is in it.", e);
        }
        return entries;
    }

    @Override
    public boolean renew(String name) throws IOException {
        String key = prefix + name;
        try {
            // A store takes a copy of a file to itself where it is told to write its metadata anew.
            client.copyObject(request -> request.sourceBucket(bucket)
                    .sourceKey(key)
                    .destinationBucket(bucket)
                    .destinationKey(key)
                    .metadataDirective(MetadataDirective.REPLACE));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        } catch (SdkException e) {
            throw new IOException("The bucket did not renew a file.", e);
        }
    }

    @Override
    public void remove(String name) throws IOException {
        try {
            client.deleteObject(request -> request.bucket(bucket).key(prefix + name));
        } catch (SdkException e) {
            throw new IOException("The bucket did not remove a file.", e);
        }
    }

    @Override
    public Optional<Standing> take(String name) throws IOException {
        try {
            ResponseInputStream<GetObjectResponse> stream =
                    client.getObject(request -> request.bucket(bucket).key(prefix + name));
            return Optional.of(new Standing(stream.response().contentLength(), new Kept(stream)));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (S3Exception e) {
            throw new IOException("The bucket refused: " + e.statusCode() + ".", e);
        } catch (SdkException e) {
            throw new IOException("The bucket does not answer.", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** Gives up the connection where a reader leaves off; closing it else would read the rest of the file. */
    private static final class Kept extends java.io.FilterInputStream {
        private final ResponseInputStream<GetObjectResponse> stream;
        private boolean ended;

        Kept(ResponseInputStream<GetObjectResponse> stream) {
            super(stream);
            this.stream = stream;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            ended |= next < 0;
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            ended |= count < 0;
            return count;
        }

        @Override
        public void close() throws IOException {
            if (ended) {
                super.close();
            } else {
                stream.abort();
            }
        }
    }
}
