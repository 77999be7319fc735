package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.api.Caller.Answer;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** What the API answers while a server it needs is away, and that it finds it again. */
class OutagesTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final String NEW_UPLOAD = "{\"filename\": \"talk.mp4\", \"size_bytes\": 5}";

    private final Customer customer = new Customer();

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static S3Proxy store(int port) throws Exception {
        var folder = Files.createTempDirectory("clipforge-outage");
        Files.createDirectory(folder.resolve("clipforge"));
        var server =
                S3Proxy.builder()
                        .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                        .endpoint(URI.create("http://127.0.0.1:" + port))
                        .awsAuthentication(
                                AuthenticationType.AWS_V4, Servers.ACCESS_KEY, Servers.SECRET_KEY)
                        .build();
        server.start();
        return server;
    }

    private static RedisServer redis(int port) throws IOException {
        var server = RedisServer.builder().port(port).bind("127.0.0.1").build();
        server.start();
        return server;
    }

    private Caller at(EmbeddedServer replica) {
        return Caller.with(customer.key).at(replica.getURI());
    }

    private static void assertRefusedAtOnce(Supplier<Answer> call) {
        long start = System.nanoTime();
        var answer = call.get();
        var took = Duration.ofNanos(System.nanoTime() - start);
        assertEquals(503, answer.status());
        assertEquals("service_unavailable", answer.text("code"));
        assertTrue(Integer.parseInt(answer.header("Retry-After")) >= 1);
        assertTrue(took.compareTo(AT_ONCE.plusMillis(500)) < 0, "it took " + took);
    }

    private static JsonNode health(EmbeddedServer replica, String probe, int status) {
        var answer = probe(replica, probe);
        assertEquals(status, answer.status());
        return answer.body();
    }

    private static Answer probe(EmbeddedServer replica, String probe) {
        try {
            var request = HttpRequest.newBuilder(replica.getURI().resolve("/health/" + probe));
            var answer =
                    HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String state(JsonNode health, String part) {
        return health.path("details").path(part).path("status").asText();
    }

    @Test
    void withoutTheStoreWhatNeedsItIsRefusedAndTheRestGoesOn() throws Exception {
        int port = freePort();
        var settings =
                Map.<String, Object>of("clipforge.storage.endpoint", "http://127.0.0.1:" + port);
        var first = store(port);
        try (var replica = ControlPlane.replica(settings)) {
            var api = at(replica);
            assertEquals(201, api.post("/v1/uploads", NEW_UPLOAD).status());
            first.stop();
            for (int i = 0; i < 8; i++) {
                assertRefusedAtOnce(() -> api.post("/v1/uploads", NEW_UPLOAD));
            }
            assertEquals(200, api.get("/v1/projects").status());
            health(replica, "liveness", 200);
            var away = health(replica, "readiness", 503);
            assertEquals("DOWN", state(away, "storage"));
            assertEquals("UP", state(away, "queue"));
            var second = store(port);
            try {
                Eventually.see(() -> api.post("/v1/uploads", NEW_UPLOAD), it -> it.status() == 201);
                health(replica, "readiness", 200);
            } finally {
                second.stop();
            }
        }
    }

    /** A server that takes connections and says nothing is worse than one that is gone. */
    @Test
    void aStoreThatSaysNothingIsNotWaitedFor() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var replica =
                        ControlPlane.replica(
                                Map.of(
                                        "clipforge.storage.endpoint",
                                        "http://127.0.0.1:" + silent.getLocalPort()))) {
            var api = at(replica);
            for (int i = 0; i < 6; i++) {
                assertRefusedAtOnce(() -> api.post("/v1/uploads", NEW_UPLOAD));
            }
        }
    }

    @Test
    void withoutTheQueueEveryRequestIsAnsweredAndTheJobsGoOutLater() throws Exception {
        int port = freePort();
        var settings = Map.<String, Object>of("clipforge.redis.url", "redis://127.0.0.1:" + port);
        var first = redis(port);
        var ingest = customer.newIngest(customer.upload());
        try (var replica = ControlPlane.replica(settings)) {
            var api = at(replica);
            assertEquals(202, api.post("/v1/ingests", ingest, Worker.key()).status());
            first.stop();
            var away = health(replica, "readiness", 503);
            assertEquals("DOWN", state(away, "queue"));
            assertEquals("UP", state(away, "storage"));
            health(replica, "liveness", 200);
            long start = System.nanoTime();
            var accepted = api.post("/v1/ingests", ingest, Worker.key());
            assertEquals(202, accepted.status());
            var job = "/v1/jobs/" + accepted.body().at("/job/id").asText();
            assertEquals(200, api.post(job + "/cancel", "").status());
            var took = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(took.compareTo(AT_ONCE.multipliedBy(2)) < 0, "it took " + took);
            var second = redis(port);
            try {
                Eventually.see(
                        () -> state(probe(replica, "readiness").body(), "queue"), "UP"::equals);
            } finally {
                second.stop();
            }
        }
    }
}
