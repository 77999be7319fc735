package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.transcribe.remote.RemoteSettings;
import io.clipforge.jobs.JobKind;
import io.micronaut.context.ApplicationContext;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetSettingsTest {
    @TempDir static Path folder;

    @Test
    void whatIsNotSetHasADefault() {
        try (var context = start(Map.of("clipforge.redis.url", "redis://127.0.0.1:1"))) {
            var fleet = context.getBean(FleetSettings.class);
            assertEquals(Runtime.getRuntime().availableProcessors(), fleet.slotsInAll());
            assertEquals(threeQuartersOfThisMachine(), fleet.memoryMibInAll());
            assertFalse(fleet.gpu());
            assertEquals(Set.of(), fleet.wanted());
            assertEquals(Path.of(System.getProperty("java.io.tmpdir")), fleet.folder());
            assertTrue(fleet.name().endsWith("/" + ProcessHandle.current().pid()));
            assertEquals(Duration.ofSeconds(20), fleet.grace());
            assertEquals(
                    new StorageSettings(null, "us-east-1", "clipforge", null, null),
                    context.getBean(StorageSettings.class));
            assertEquals(
                    new RemoteSettings(
                            URI.create("https://api.assemblyai.com"),
                            null,
                            null,
                            true,
                            Duration.ofSeconds(3),
                            Duration.ofSeconds(30),
                            4,
                            Duration.ofSeconds(1)),
                    context.getBean(RemoteSettings.class));
        }
    }

    @Test
    void everySettingCanBeSet() {
        var properties =
                Map.<String, Object>ofEntries(
                        Map.entry("clipforge.fleet.slots", "3"),
                        Map.entry("clipforge.fleet.memory-mib", "2048"),
                        Map.entry("clipforge.fleet.gpu", "true"),
                        Map.entry("clipforge.fleet.kinds", "render,rank"),
                        Map.entry("clipforge.fleet.workspace", folder.toString()),
                        Map.entry("clipforge.fleet.worker", "w"),
                        Map.entry("clipforge.fleet.grace", "5s"),
                        Map.entry("clipforge.storage.endpoint", "http://127.0.0.1:9000"),
                        Map.entry("clipforge.storage.region", "eu-west-1"),
                        Map.entry("clipforge.storage.bucket", "b"),
                        Map.entry("clipforge.storage.access-key", "k"),
                        Map.entry("clipforge.storage.secret-key", "s"),
                        Map.entry("clipforge.transcribe.remote.url", "http://127.0.0.1:1"),
                        Map.entry("clipforge.transcribe.remote.key", "r"),
                        Map.entry("clipforge.transcribe.remote.models", "best,good"),
                        Map.entry("clipforge.transcribe.remote.speakers", "false"),
                        Map.entry("clipforge.transcribe.remote.poll", "4s"),
                        Map.entry("clipforge.transcribe.remote.timeout", "5s"),
                        Map.entry("clipforge.transcribe.remote.tries", "6"),
                        Map.entry("clipforge.transcribe.remote.pause", "7s"),
                        Map.entry("clipforge.redis.url", "redis://127.0.0.1:1"));
        try (var context = start(properties)) {
            assertEquals(
                    new RemoteSettings(
                            URI.create("http://127.0.0.1:1"),
                            "r",
                            List.of("best", "good"),
                            false,
                            Duration.ofSeconds(4),
                            Duration.ofSeconds(5),
                            6,
                            Duration.ofSeconds(7)),
                    context.getBean(RemoteSettings.class));
            var fleet = context.getBean(FleetSettings.class);
            var kinds = List.of("render", "rank");
            assertEquals(
                    new FleetSettings(3, 2048, true, kinds, folder, "w", Duration.ofSeconds(5)),
                    fleet);
            assertEquals(Set.of(JobKind.RANK, JobKind.RENDER), fleet.wanted());
            var endpoint = URI.create("http://127.0.0.1:9000");
            assertEquals(
                    new StorageSettings(endpoint, "eu-west-1", "b", "k", "s"),
                    context.getBean(StorageSettings.class));
            assertEquals("redis://127.0.0.1:1", context.getBean(RedisSettings.class).url());
        }
    }

    @Test
    void aFleetWithoutSlotsOrMemoryIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> settings(0, 1024, List.of()));
        assertThrows(IllegalArgumentException.class, () -> settings(1, 0, List.of()));
    }

    @Test
    void anUnknownKindIsRefusedWithTheKnownOnes() {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> settings(1, 1024, List.of("rank", "rendr")));

        assertEquals(
                "clipforge.fleet.kinds: there is no kind 'rendr', but ingest, transcribe,"
                        + " analyze, rank, render",
                refusal.getMessage());
    }

    private static FleetSettings settings(int slots, int memoryMib, List<String> kinds) {
        return new FleetSettings(slots, memoryMib, false, kinds, null, null, Duration.ZERO);
    }

    private static int threeQuartersOfThisMachine() {
        var system =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return (int) (system.getTotalMemorySize() / 1024 / 1024 * 3 / 4);
    }

    private static ApplicationContext start(Map<String, Object> properties) {
        return ApplicationContext.builder()
                .environments("fleet")
                .deduceEnvironment(false)
                .properties(properties)
                .properties(Map.of("test.handler", "waiting"))
                .start();
    }
}
