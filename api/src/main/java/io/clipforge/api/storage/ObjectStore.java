package io.clipforge.api.storage;

import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.resilience.AwayException;
import io.clipforge.api.resilience.Guard;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The object store. Media never travels through here: clients get presigned URLs. */
@Singleton
@Bean(preDestroy = "close")
public class ObjectStore implements AutoCloseable {
    /** A request waits for the store, and its client for the request: no longer than this. */
    private static final Duration PATIENCE = Duration.ofMillis(1_800);

    /** To join many parts, or to delete many objects, takes the store itself a while. */
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(10);

    private static final Duration CONNECTING = Duration.ofSeconds(1);
    private static final int AT_ONCE = 64;

    private static final Logger LOG = LoggerFactory.getLogger(ObjectStore.class);

    private final StorageSettings settings;
    private final Clock clock;
    private final Guard guard = new Guard("the media store", AT_ONCE, ObjectStore::away);
    private final S3Client client;
    private final S3Client patientClient;
    private final S3Presigner presigner;

    ObjectStore(StorageSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        var credentials =
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
        client = client(settings, credentials, PATIENCE);
        patientClient = client(settings, credentials, LONG_PATIENCE);
        presigner =
                S3Presigner.builder()
                        .endpointOverride(settings.endpoint())
                        .region(Region.of(settings.region()))
                        .credentialsProvider(credentials)
                        .serviceConfiguration(
                                S3Configuration.builder().pathStyleAccessEnabled(true).build())
                        .build();
    }

    /**
     * Without retries of its own: the guard decides on those. Bodies travel whole, not in signed
     * chunks: what S3Proxy leaves unread of the last chunk makes it close the connection, at times
     * before the client has written it.
     */
    private static S3Client client(
            StorageSettings settings, StaticCredentialsProvider credentials, Duration patience) {
        return S3Client.builder()
                .endpointOverride(settings.endpoint())
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials)
                .forcePathStyle(true)
                .serviceConfiguration(it -> it.chunkedEncodingEnabled(false))
                .httpClientBuilder(
                        UrlConnectionHttpClient.builder()
                                .connectionTimeout(CONNECTING)
                                .socketTimeout(patience))
                .overrideConfiguration(it ->
                        it.apiCallTimeout(patience)
                                .retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    /** A URL that works without a credential for a while. */
    public record Presigned(URI url, Instant expiresAt) {}

    /** One part of a multipart upload, as the store knows it. */
    public record Part(int number, String etag) {}

    public Presigned presignGet(String key) {
        var signed =
                presigner.presignGetObject(it ->
                        it.signatureDuration(settings.urlLifetime())
                                .getObjectRequest(get -> get.bucket(settings.bucket()).key(key)));
        return new Presigned(URI.create(signed.url().toString()), expiry());
    }

    /** Begins a multipart upload and answers the store's own id of it. */
    public String beginUpload(String key) {
        return once(() ->
                client.createMultipartUpload(it -> it.bucket(settings.bucket()).key(key))
                        .uploadId());
    }

    public Presigned presignPart(String key, String uploadId, int number) {
        var signed =
                presigner.presignUploadPart(it ->
                        it.signatureDuration(settings.urlLifetime())
                                .uploadPartRequest(part ->
                                        part.bucket(settings.bucket())
                                                .key(key)
                                                .uploadId(uploadId)
                                                .partNumber(number)));
        return new Presigned(URI.create(signed.url().toString()), expiry());
    }

    /** Joins the parts and answers the size of the object. */
    public long completeUpload(String key, String uploadId, List<Part> parts) {
        return once(() -> {
            var completed =
                    parts.stream()
                            .map(it ->
                                    CompletedPart.builder()
                                            .partNumber(it.number())
                                            .eTag(it.etag())
                                            .build())
                            .toList();
            patientClient.completeMultipartUpload(it ->
                    it.bucket(settings.bucket())
                            .key(key)
                            .uploadId(uploadId)
                            .multipartUpload(all -> all.parts(completed)));
            return client.headObject(it -> it.bucket(settings.bucket()).key(key)).contentLength();
        });
    }

    /** Forgets the parts; an upload that is gone already is fine. */
    public void abortUpload(String key, String uploadId) {
        again(() -> {
            try {
                client.abortMultipartUpload(
                        it -> it.bucket(settings.bucket()).key(key).uploadId(uploadId));
            } catch (NoSuchUploadException _) {
                // The parts are gone, which is what was wanted.
            }
            return key;
        });
    }

    public void put(String key, byte[] content, String contentType) {
        again(() ->
                client.putObject(
                        it -> it.bucket(settings.bucket()).key(key).contentType(contentType),
                        RequestBody.fromBytes(content)));
    }

    /**
     * The beginning of an object.
     *
     * @param length how many bytes, if it has so many
     */
    public byte[] head(String key, int length) {
        return again(() ->
                client.getObjectAsBytes(it ->
                                it.bucket(settings.bucket())
                                        .key(key)
                                        .range("bytes=0-" + (length - 1)))
                        .asByteArray());
    }

    public byte[] get(String key) {
        return again(() ->
                client.getObjectAsBytes(it -> it.bucket(settings.bucket()).key(key)).asByteArray());
    }

    /**
     * The next keys that begin like this, in their order, 1,000 at most.
     *
     * @param after the last one that was seen; absent at first
     */
    public List<String> list(String prefix, @Nullable String after) {
        return again(() ->
                client
                        .listObjectsV2(
                                it -> it.bucket(settings.bucket()).prefix(prefix).startAfter(after))
                        .contents()
                        .stream()
                        .map(S3Object::key)
                        .toList());
    }

    /** One that is not there is fine. */
    public void delete(String key) {
        again(() -> client.deleteObject(it -> it.bucket(settings.bucket()).key(key)));
    }

    /**
     * Deletes every object of a folder.
     *
     * @param folder ends with a slash, so that no neighbour begins like it
     */
    public void deleteAll(String folder) {
        if (folder.length() < 2 || !folder.endsWith("/")) {
            throw new IllegalArgumentException("not a folder: " + folder);
        }
        for (var keys = list(folder, null); !keys.isEmpty(); keys = list(folder, null)) {
            deleteAll(keys);
        }
    }

    private void deleteAll(List<String> keys) {
        var all = keys.stream().map(it -> ObjectIdentifier.builder().key(it).build()).toList();
        var answer =
                again(() ->
                        patientClient.deleteObjects(it ->
                                it.bucket(settings.bucket())
                                        .delete(these -> these.objects(all).quiet(true))));
        if (answer.hasErrors()) {
            throw new IllegalStateException("not all could be deleted: " + answer.errors());
        }
    }

    /** Whether the bucket answers. */
    public boolean reachable() {
        try {
            client.headBucket(it -> it.bucket(settings.bucket()));
            return true;
        } catch (SdkClientException | S3Exception _) {
            return false;
        }
    }

    private <T> T once(Supplier<T> call) {
        return reach(() -> guard.call(call));
    }

    /** For what does no harm when it is done twice. */
    private <T> T again(Supplier<T> call) {
        return reach(() -> guard.repeatable(call));
    }

    private static <T> T reach(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwayException e) {
            LOG.warn("{}", e.getMessage(), e);
            throw ApiProblem.retryable(
                    ProblemType.SERVICE_UNAVAILABLE,
                    "The media store cannot be reached now.",
                    Duration.ofSeconds(2));
        }
    }

    private static boolean away(RuntimeException failure) {
        return failure instanceof SdkClientException
                || (failure instanceof S3Exception refusal
                        && (refusal.statusCode() >= 500 || refusal.statusCode() == 429));
    }

    private Instant expiry() {
        return clock.instant().plus(settings.urlLifetime());
    }

    @Override
    public void close() {
        presigner.close();
        client.close();
        patientClient.close();
    }
}
