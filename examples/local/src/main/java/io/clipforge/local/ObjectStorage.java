package io.clipforge.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/** An S3 server on a folder: signature version 4, presigned URLs, open to browsers. */
final class ObjectStorage implements AutoCloseable {
    static final String BUCKET = "clipforge";
    static final String REGION = "us-east-1";

    private final S3Proxy server;
    private final URI endpoint;
    private final String accessKey;
    private final String secretKey;

    private ObjectStorage(S3Proxy server, URI endpoint, String accessKey, String secretKey) {
        this.server = server;
        this.endpoint = endpoint;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    static ObjectStorage start(StateFolder state) throws IOException {
        var folder = Files.createDirectories(state.path().resolve("storage"));
        var store = new FilesystemNio2BlobStore(folder.toString());
        createBucket(store);
        var endpoint = URI.create("http://127.0.0.1:" + state.port("storage"));
        var accessKey = state.secret("storage.access-key");
        var secretKey = state.secret("storage.secret-key");
        var server =
                S3Proxy.builder()
                        .blobStore(store)
                        .endpoint(endpoint)
                        .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
                        .corsRules(openToBrowsers())
                        .build();
        try {
            server.start();
        } catch (Exception e) { // s3proxy declares no narrower one
            throw new IOException("the S3 server did not start on " + endpoint, e);
        }
        return new ObjectStorage(server, endpoint, accessKey, secretKey);
    }

    URI endpoint() {
        return endpoint;
    }

    String accessKey() {
        return accessKey;
    }

    String secretKey() {
        return secretKey;
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) { // s3proxy declares no narrower one
            throw new IOException("the S3 server did not stop", e);
        }
    }

    private static void createBucket(BlobStore store) {
        if (store.list().buckets().stream().map(Bucket::name).noneMatch(BUCKET::equals)) {
            store.createContainer(CreateBucketRequest.builder().bucket(BUCKET).build());
        }
    }

    /** A presigned URL is the permission; where the page came from is not. */
    private static CrossOriginResourceSharing openToBrowsers() {
        return new CrossOriginResourceSharing(
                List.of("*"), List.of("GET", "HEAD", "PUT"), List.of("*"), List.of("ETag"), "");
    }
}
