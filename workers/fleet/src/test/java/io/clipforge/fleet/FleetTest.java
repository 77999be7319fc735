package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobReport.Ended;
import io.clipforge.jobs.JobReport.Started;
import io.clipforge.jobs.redis.ThrowawayRedis;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FleetTest {
    @TempDir static Path folder;

    private static ThrowawayRedis redis;

    @BeforeAll
    static void start() {
        redis = ThrowawayRedis.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void aWorkerIsReadyMeasuredAndHandsItsJobsBackWhenItIsStopped() throws Exception {
        try (var control = new ControlPlane(redis.url())) {
            try (var fleet = fleet(redis.url())) {
                control.submit();
                control.next(Started.class);

                var health = get(fleet, "/health");
                assertEquals(200, health.statusCode(), health.body());
                assertTrue(health.body().contains("\"queue\""), health.body());
                var metrics = get(fleet, "/prometheus").body();
                assertTrue(metrics.contains("clipforge_fleet_jobs_running 1.0"), metrics);
            }
            assertEquals(
                    new JobOutcome.RetryLater("the worker is shutting down"),
                    control.next(Ended.class).outcome());
        }
    }

    @Test
    void aWorkerThatCannotReachItsQueueSaysSoAndGoesOn() throws Exception {
        try (var fleet = fleet("redis://127.0.0.1:1")) {
            assertEquals(503, get(fleet, "/health/readiness").statusCode());
            assertEquals(200, get(fleet, "/health/liveness").statusCode());
        }
    }

    @Test
    void whatIsNotSetHasADefault() {
        try (var context = start(Map.of("clipforge.redis.url", "redis://127.0.0.1:1"))) {
            var fleet = context.getBean(FleetSettings.class);
            assertEquals(Runtime.getRuntime().availableProcessors(), fleet.atATime());
            assertEquals(Path.of(System.getProperty("java.io.tmpdir")), fleet.folder());
            assertTrue(fleet.name().endsWith("/" + ProcessHandle.current().pid()));
            assertEquals(Duration.ofSeconds(20), fleet.grace());
            assertEquals(
                    new StorageSettings(null, "us-east-1", "clipforge", null, null),
                    context.getBean(StorageSettings.class));
        }
    }

    @Test
    void everySettingCanBeSet() {
        var properties =
                Map.<String, Object>of(
                        "clipforge.fleet.slots", "3",
                        "clipforge.fleet.workspace", folder.toString(),
                        "clipforge.fleet.worker", "w",
                        "clipforge.fleet.grace", "5s",
                        "clipforge.storage.endpoint", "http://127.0.0.1:9000",
                        "clipforge.storage.region", "eu-west-1",
                        "clipforge.storage.bucket", "b",
                        "clipforge.storage.access-key", "k",
                        "clipforge.storage.secret-key", "s",
                        "clipforge.redis.url", "redis://127.0.0.1:1");
        try (var context = start(properties)) {
            assertEquals(
                    new FleetSettings(3, folder, "w", Duration.ofSeconds(5)),
                    context.getBean(FleetSettings.class));
            var endpoint = URI.create("http://127.0.0.1:9000");
            assertEquals(
                    new StorageSettings(endpoint, "eu-west-1", "b", "k", "s"),
                    context.getBean(StorageSettings.class));
            assertEquals("redis://127.0.0.1:1", context.getBean(RedisSettings.class).url());
        }
    }

    private static EmbeddedServer fleet(String redisUrl) {
        var properties =
                Map.<String, Object>of(
                        "micronaut.server.port", -1,
                        "clipforge.redis.url", redisUrl,
                        "clipforge.storage.endpoint", "http://127.0.0.1:1",
                        "clipforge.storage.access-key", "k",
                        "clipforge.storage.secret-key", "s",
                        "clipforge.fleet.workspace", folder.toString(),
                        "clipforge.fleet.grace", "0s");
        return start(properties).getBean(EmbeddedServer.class).start();
    }

    private static ApplicationContext start(Map<String, Object> properties) {
        return ApplicationContext.builder()
                .environments("fleet")
                .deduceEnvironment(false)
                .properties(properties)
                .properties(Map.of("test.handler", "waiting"))
                .start();
    }

    private static HttpResponse<String> get(EmbeddedServer server, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(server.getURI().resolve(path)).build(),
                    BodyHandlers.ofString());
        }
    }

    /** In place of the real handlers: what those need is not for this test. */
    @Factory
    @Requires(property = "test.handler")
    static final class WaitingHandler {
        @Singleton
        @Replaces(JobHandlers.class)
        JobHandlers handlers() {
            return new JobHandlers(List.of(ScriptedHandler.waiting(new CountDownLatch(1))));
        }
    }
}
