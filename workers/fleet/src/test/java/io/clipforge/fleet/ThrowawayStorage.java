package io.clipforge.fleet;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/** A real S3 server on a folder. */
final class ThrowawayStorage implements AutoCloseable {
    private static final String BUCKET = "media";

    private final S3Proxy server;

    ThrowawayStorage(Path folder) throws Exception {
        var store = new FilesystemNio2BlobStore(folder.toString());
        store.createContainer(CreateBucketRequest.builder().bucket(BUCKET).build());
        server =
                S3Proxy.builder()
                        .blobStore(store)
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .awsAuthentication(AuthenticationType.AWS_V4, "key", "secret")
                        .build();
        server.start();
    }

    StorageSettings settings() {
        var endpoint = URI.create("http://127.0.0.1:" + server.getPort());
        return new StorageSettings(endpoint, "us-east-1", BUCKET, "key", "secret");
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) { // s3proxy declares no narrower one
            throw new IOException(e);
        }
    }
}
