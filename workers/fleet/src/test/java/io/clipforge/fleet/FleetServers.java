package io.clipforge.fleet;

import io.clipforge.jobs.redis.ThrowawayRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a worker needs around it: real servers for a class, an empty queue for each test. */
@SuppressWarnings("NullAway.Init") // JUnit calls the callbacks first
final class FleetServers
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private ThrowawayRedis redis;
    private Path objects;
    private ThrowawayStorage storage;
    private ObjectStore store;
    private Path folder;
    private ControlPlane control;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        redis = ThrowawayRedis.start();
        objects = Files.createTempDirectory("objects-");
        storage = new ThrowawayStorage(objects);
        store = new ObjectStore(storage.settings());
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        redis.forgetEverything();
        folder = Files.createTempDirectory("workspaces-");
        control = new ControlPlane(redis.url());
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        control.close();
        Workspaces.removeTree(folder);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        store.close();
        storage.close();
        redis.close();
        Workspaces.removeTree(objects);
    }

    ThrowawayRedis redis() {
        return redis;
    }

    StorageSettings storage() {
        return storage.settings();
    }

    ObjectStore store() {
        return store;
    }

    /** Where workers keep their workspaces. */
    Path folder() {
        return folder;
    }

    List<Path> children() throws IOException {
        try (var children = Files.list(folder)) {
            return children.toList();
        }
    }

    ControlPlane control() {
        return control;
    }

    /** The S3 server's files under this prefix: its objects, and those it is still writing. */
    List<Path> files(String prefix) throws IOException {
        var place = objects.resolve(storage.settings().bucket()).resolve(prefix);
        if (!Files.exists(place)) {
            return List.of();
        }
        try (var files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException _) { // one was deleted just then
            return files(prefix);
        }
    }

    TestFleet start(JobHandler<?> handler) throws IOException {
        return start(storage.settings(), handler);
    }

    TestFleet start(StorageSettings storage, JobHandler<?> handler) throws IOException {
        return new TestFleet(redis.url(), storage, TestFleet.small(folder), List.of(handler));
    }
}
