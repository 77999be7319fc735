package io.clipforge.fleet;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** One bucket of an S3 server. Nothing here waits without a limit. */
@Singleton
final class ObjectStore implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration SMALL = Duration.ofMinutes(1);

    /** A transfer that is slower than this on average has failed. */
    private static final long SLOWEST_BYTES_PER_SECOND = 1 << 20;

    /** The object ends before the range begins. */
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final S3Client client;
    private final String bucket;

    ObjectStore(StorageSettings settings) {
        client = client(settings);
        bucket = settings.bucket();
    }

    /**
     * @throws FileNotFoundException when there is no such object
     */
    void download(String key, Path file) throws IOException, InterruptedException {
        long size =
                asked(key, () -> client.headObject(it -> it.bucket(bucket).key(key)))
                        .contentLength();
        asked(
                key,
                () ->
                        client.getObject(
                                it -> it.bucket(bucket).key(key).overrideConfiguration(limit(size)),
                                file));
    }

    /**
     * Part of an object; fewer bytes where it ends early, none behind its end.
     *
     * @throws FileNotFoundException when there is no such object
     */
    void downloadRange(String key, long offset, long length, Path file)
            throws IOException, InterruptedException {
        Files.write(file, new byte[0]);
        if (length > 0) {
            asked(key, () -> get(key, new ByteRange(offset, length), file));
        }
    }

    /**
     * @throws FileNotFoundException when there is no such object
     */
    byte[] read(String key) throws IOException, InterruptedException {
        return asked(key, () -> client.getObjectAsBytes(it -> it.bucket(bucket).key(key)))
                .asByteArrayUnsafe();
    }

    void upload(String key, Path file, String contentType)
            throws IOException, InterruptedException {
        put(key, RequestBody.fromFile(file), Files.size(file), contentType);
    }

    void write(String key, byte[] content, String contentType)
            throws IOException, InterruptedException {
        put(key, RequestBody.fromBytes(content), content.length, contentType);
    }

    /** An object that is not there counts as deleted. */
    void delete(String key) throws IOException, InterruptedException {
        asked(key, () -> client.deleteObject(it -> it.bucket(bucket).key(key)));
    }

    @Override
    @PreDestroy
    public void close() {
        client.close();
    }

    private long get(String key, ByteRange range, Path file) {
        // a server that knows no ranges sends what comes before as well
        var limit = limit(range.offset() + range.length());
        try {
            return client.getObject(
                    it ->
                            it.bucket(bucket)
                                    .key(key)
                                    .range(range.header())
                                    .overrideConfiguration(limit),
                    range.into(file));
        } catch (S3Exception e) {
            if (e.statusCode() == RANGE_NOT_SATISFIABLE) {
                return 0;
            }
            throw e;
        }
    }

    private void put(String key, RequestBody body, long size, String contentType)
            throws IOException, InterruptedException {
        asked(
                key,
                () ->
                        client.putObject(
                                it ->
                                        it.bucket(bucket)
                                                .key(key)
                                                .contentType(contentType)
                                                .overrideConfiguration(limit(size)),
                                body));
    }

    private static AwsRequestOverrideConfiguration limit(long size) {
        var limit = SMALL.plusSeconds(size / SLOWEST_BYTES_PER_SECOND);
        return AwsRequestOverrideConfiguration.builder()
                .apiCallAttemptTimeout(limit)
                .apiCallTimeout(limit.multipliedBy(2))
                .build();
    }

    private static <T> T asked(String key, Supplier<T> question)
            throws IOException, InterruptedException {
        try {
            return question.get();
        } catch (NoSuchKeyException e) {
            throw (FileNotFoundException) new FileNotFoundException(key).initCause(e);
        } catch (SdkException e) {
            if (Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException(key).initCause(e);
            }
            throw new IOException("the object store failed on " + key, e);
        }
    }

    private static S3Client client(StorageSettings settings) {
        var builder =
                S3Client.builder()
                        .region(Region.of(settings.region()))
                        .forcePathStyle(settings.endpoint() != null)
                        .endpointOverride(settings.endpoint())
                        // S3Proxy closes the connection on the last of signed chunks
                        .serviceConfiguration(it -> it.chunkedEncodingEnabled(false))
                        // other servers than Amazon's do not know the newer checksums
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .overrideConfiguration(it ->
                                it.apiCallAttemptTimeout(SMALL)
                                        .apiCallTimeout(SMALL.multipliedBy(2)))
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT)
                                        .socketTimeout(SILENCE));
        if (settings.accessKey() != null && settings.secretKey() != null) {
            builder.credentialsProvider(
                    StaticCredentialsProvider.create(
                            AwsBasicCredentials.create(
                                    settings.accessKey(), settings.secretKey())));
        }
        return builder.build();
    }
}
