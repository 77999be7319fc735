package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobReport.Ended;
import io.clipforge.jobs.JobReport.Started;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.redis.ThrowawayRedis;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
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
    private static final List<String> HEALTH =
            List.of(
                    "\"queueAnswers\":true",
                    "\"draining\":false",
                    "\"kinds\":[\"rank\",\"render\"]",
                    "\"slots\":3",
                    "\"slotsUsed\":1",
                    "\"memoryMib\":1024",
                    "\"memoryMibUsed\":0",
                    "\"gpu\":false");
    private static final List<String> METRICS =
            List.of(
                    "clipforge_fleet_slots 3.0",
                    "clipforge_fleet_slots_used 1.0",
                    "clipforge_fleet_memory_bytes 1.073741824E9",
                    "clipforge_fleet_memory_used_bytes 0.0",
                    "clipforge_fleet_jobs_running{kind=\"rank.v1\"} 1.0",
                    "clipforge_fleet_jobs_begin_seconds_count{kind=\"rank.v1\"} 1",
                    "clipforge_fleet_claims_sum 1.0");

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
                for (var fact : HEALTH) {
                    assertTrue(health.body().contains(fact), health.body());
                }
                var metrics = get(fleet, "/prometheus").body();
                for (var line : METRICS) {
                    assertTrue(metrics.contains(line), metrics);
                }
            }
            assertEquals(new JobOutcome.HandedBack(), control.next(Ended.class).outcome());
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
    void aWorkerThatStopsIsNotReadyAnyMore() throws Exception {
        try (var fleet = fleet(redis.url())) {
            assertEquals(200, get(fleet, "/health/readiness").statusCode());
            fleet.getApplicationContext().getBean(JobLoop.class).close();

            var health = get(fleet, "/health/readiness");
            assertEquals(503, health.statusCode());
            assertTrue(health.body().contains("\"draining\":true"), health.body());
            assertEquals(200, get(fleet, "/health/liveness").statusCode());
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
                        "clipforge.fleet.slots", "3",
                        "clipforge.fleet.memory-mib", "1024",
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
    static final class WaitingHandlers {
        @Singleton
        @Replaces(JobHandlers.class)
        JobHandlers handlers() {
            return new JobHandlers(
                    List.of(
                            ScriptedHandler.waiting(new CountDownLatch(1)),
                            new NeedyHandler<>(JobSpec.Render.class, Needs.oneSlot(512))));
        }
    }
}
