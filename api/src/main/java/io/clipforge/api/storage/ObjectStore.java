package io.clipforge.api.storage;

import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
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
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StorageSettings settings;
    private final Clock clock;
    private final S3Client client;
    private final S3Presigner presigner;

    ObjectStore(StorageSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        var credentials =
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
        client =
                S3Client.builder()
                        .endpointOverride(settings.endpoint())
                        .region(Region.of(settings.region()))
                        .credentialsProvider(credentials)
                        .forcePathStyle(true)
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(PATIENCE)
                                        .socketTimeout(PATIENCE))
                        .overrideConfiguration(it -> it.apiCallTimeout(PATIENCE.multipliedBy(2)))
                        .build();
        presigner =
                S3Presigner.builder()
                        .endpointOverride(settings.endpoint())
                        .region(Region.of(settings.region()))
                        .credentialsProvider(credentials)
                        .serviceConfiguration(
                                S3Configuration.builder().pathStyleAccessEnabled(true).build())
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
        return reach(() ->
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
        return reach(() -> {
            var completed =
                    parts.stream()
                            .map(it ->
                                    CompletedPart.builder()
                                            .partNumber(it.number())
                                            .eTag(it.etag())
                                            .build())
                            .toList();
            client.completeMultipartUpload(it ->
                    it.bucket(settings.bucket())
                            .key(key)
                            .uploadId(uploadId)
                            .multipartUpload(all -> all.parts(completed)));
            return client.headObject(it -> it.bucket(settings.bucket()).key(key)).contentLength();
        });
    }

    /** Forgets the parts; an upload that is gone already is fine. */
    public void abortUpload(String key, String uploadId) {
        reach(() -> {
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
        reach(() ->
                client.putObject(
                        it -> it.bucket(settings.bucket()).key(key).contentType(contentType),
                        RequestBody.fromBytes(content)));
    }

    public byte[] get(String key) {
        return reach(() ->
                client.getObjectAsBytes(it -> it.bucket(settings.bucket()).key(key)).asByteArray());
    }

    /**
     * The next keys that begin like this, in their order, 1,000 at most.
     *
     * @param after the last one that was seen; absent at first
     */
    public List<String> list(String prefix, @Nullable String after) {
        return reach(() ->
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
        reach(() -> client.deleteObject(it -> it.bucket(settings.bucket()).key(key)));
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
                reach(() ->
                        client.deleteObjects(it ->
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

    private static <T> T reach(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkClientException e) {
            throw ApiProblem.retryable(
                    ProblemType.SERVICE_UNAVAILABLE,
                    "The media store cannot be reached now.",
                    Duration.ofSeconds(5));
        }
    }

    private Instant expiry() {
        return clock.instant().plus(settings.urlLifetime());
    }

    @Override
    public void close() {
        presigner.close();
        client.close();
    }
}
