package io.clipforge.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lettuce.core.RedisClient;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class ServersTest {
    @TempDir Path folder;

    @Test
    void aRestartKeepsRowsKeysObjectsAndAddresses() throws Exception {
        Object firstDatabase;
        Object firstQueueAndStorage;
        try (var state = StateFolder.open(folder);
                var servers = Servers.start(state)) {
            Rows.insert(servers.postgres(), "a row");
            set(servers.redis(), "key", "a value");
            put(servers.storage(), "object", "some bytes");
            firstDatabase = servers.database();
            firstQueueAndStorage = servers.queueAndStorage();
        }
        try (var state = StateFolder.open(folder);
                var servers = Servers.start(state)) {
            assertEquals(List.of("a row"), Rows.read(servers.postgres()));
            assertEquals("a value", get(servers.redis(), "key"));
            assertEquals("some bytes", read(servers.storage(), "object"));
            assertEquals(firstDatabase, servers.database());
            assertEquals(firstQueueAndStorage, servers.queueAndStorage());
        }
    }

    @Test
    void theServersOfAKilledJvmAreEndedAndTheirDataKept() throws Exception {
        KilledJvm.onceOn(folder);
        var orphans =
                List.of(
                        pid(folder.resolve("postgres/postmaster.pid")),
                        pid(folder.resolve("redis/redis.pid")));
        assertTrue(orphans.stream().allMatch(ProcessHandle::isAlive), "they outlived the JVM");

        try (var state = StateFolder.open(folder);
                var servers = Servers.start(state)) {
            assertTrue(orphans.stream().noneMatch(ProcessHandle::isAlive));
            assertEquals(List.of("written before the kill"), Rows.read(servers.postgres()));
        }
    }

    @Test
    void aProcessThatOnlyReusesTheIdIsLeftAlone() throws Exception {
        var bystander = new ProcessBuilder("sleep", "600").start();
        try (var state = StateFolder.open(folder)) {
            for (var pidFile : List.of("postgres/postmaster.pid", "redis/redis.pid")) {
                var file = folder.resolve(pidFile);
                Files.createDirectories(file.getParent());
                Files.writeString(file, bystander.pid() + "\n");
            }
            Servers.start(state).close();
            assertTrue(bystander.isAlive());
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void aFirstStartThatWasKilledDoesNotStandInTheWay() throws Exception {
        var half = Files.createDirectories(folder.resolve("postgres/global"));
        Files.writeString(folder.resolve("postgres/postgresql.conf"), "");
        try (var state = StateFolder.open(folder);
                var servers = Servers.start(state)) {
            Rows.insert(servers.postgres(), "a row");
            assertTrue(Files.exists(half.resolve("pg_control")), "made again");
        }
    }

    @Test
    void closingLeavesNoProcessBehind() throws Exception {
        List<ProcessHandle> running;
        try (var state = StateFolder.open(folder);
                var _ = Servers.start(state)) {
            running =
                    List.of(
                            pid(folder.resolve("postgres/postmaster.pid")),
                            pid(folder.resolve("redis/redis.pid")));
            assertTrue(running.stream().allMatch(ProcessHandle::isAlive));
        }
        for (var process : running) {
            process.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aSecondProcessOnTheSameFolderIsRefusedWithASentence() throws Exception {
        try (var _ = StateFolder.open(folder)) {
            var refusal =
                    assertThrows(StateFolderInUse.class, () -> StateFolder.open(folder).close());
            assertEquals(
                    "Another ClipForge is running on %s. Stop it first, or name another folder in CLIPFORGE_HOME."
                            .formatted(folder),
                    refusal.getMessage());
        }
        StateFolder.open(folder).close();
    }

    @Test
    void whatDidStartIsStoppedWhenAnotherServerCannotStart() throws Exception {
        try (var state = StateFolder.open(folder)) {
            Files.writeString(folder.resolve("storage"), "a file where a folder should be");
            assertThrows(Exception.class, () -> Servers.start(state).close());
            assertFalse(Files.exists(folder.resolve("postgres/postmaster.pid")));
            assertFalse(Files.exists(folder.resolve("redis/redis.pid")));
        }
    }

    private static ProcessHandle pid(Path file) throws Exception {
        var id = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(id).orElseThrow();
    }

    private static void set(Redis redis, String key, String value) {
        try (var client = RedisClient.create(redis.url());
                var connection = client.connect()) {
            connection.sync().set(key, value);
        }
    }

    private static String get(Redis redis, String key) {
        try (var client = RedisClient.create(redis.url());
                var connection = client.connect()) {
            return connection.sync().get(key);
        }
    }

    private static void put(ObjectStorage storage, String key, String text) {
        try (var s3 = client(storage)) {
            s3.putObject(
                    it -> it.bucket(ObjectStorage.BUCKET).key(key), RequestBody.fromString(text));
        }
    }

    private static String read(ObjectStorage storage, String key) {
        try (var s3 = client(storage)) {
            return s3.getObjectAsBytes(it -> it.bucket(ObjectStorage.BUCKET).key(key))
                    .asUtf8String();
        }
    }

    private static S3Client client(ObjectStorage storage) {
        var credentials = AwsBasicCredentials.create(storage.accessKey(), storage.secretKey());
        return S3Client.builder()
                .endpointOverride(URI.create(storage.endpoint().toString()))
                .region(Region.of(ObjectStorage.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
