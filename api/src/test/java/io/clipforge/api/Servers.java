package io.clipforge.api;

import io.clipforge.telemetry.OtlpReceiver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import redis.embedded.RedisServer;

/**
 * PostgreSQL, Redis, an S3 server and a collector of traces, started once for all tests of this
 * JVM.
 */
final class Servers {
    static final String ACCESS_KEY = "test";
    static final String SECRET_KEY = "test-secret";

    /** Sees the traces of callers who want theirs to be sampled. */
    static final OtlpReceiver COLLECTOR = new OtlpReceiver();

    private static final EmbeddedPostgres POSTGRES = postgres();
    private static final int REDIS = redis();
    private static final S3Proxy S3 = s3();

    private Servers() {}

    static String databaseUrl() {
        return "jdbc:postgresql://localhost:" + POSTGRES.getPort() + "/clipforge";
    }

    static String redisUrl() {
        return "redis://127.0.0.1:" + REDIS;
    }

    static URI storageEndpoint() {
        return URI.create("http://127.0.0.1:" + S3.getPort());
    }

    /** As the superuser, past every policy. */
    static Connection superuser() throws SQLException {
        return POSTGRES.getDatabase("postgres", "clipforge").getConnection();
    }

    private static EmbeddedPostgres postgres() {
        try {
            var server = EmbeddedPostgres.builder().start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create role clipforge_owner login password 'owner'");
                statement.execute("create role clipforge_app login password 'app'");
                statement.execute("create role clipforge_relay nologin");
                statement.execute(
                        "grant clipforge_relay to clipforge_app with inherit false, set true");
                statement.execute("create database clipforge owner clipforge_owner");
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int redis() {
        try {
            int port = freePort();
            var server = RedisServer.builder().port(port).bind("127.0.0.1").build();
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static S3Proxy s3() {
        try {
            var folder = Files.createTempDirectory("clipforge-api-s3");
            Files.createDirectory(folder.resolve("clipforge"));
            var server =
                    S3Proxy.builder()
                            .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                            .endpoint(URI.create("http://127.0.0.1:0"))
                            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                            .build();
            server.start();
            return server;
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server did not start", e);
        }
    }
}
