package io.clipforge.fleet;

import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.jobs.redis.JobJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one attempt touches: a folder of its own, and objects under a prefix of its own. Nothing
 * that another attempt wrote can be overwritten, so that a late one does no harm.
 */
final class Attempt implements JobContext {
    private static final Logger log = LoggerFactory.getLogger(Attempt.class);
    private static final int LONGEST_NAME = 100;

    private final ObjectStore store;
    private final Workspaces workspaces;
    private final Pulse pulse;
    private final String prefix;
    private final Path workspace;
    private final AtomicInteger fetched = new AtomicInteger();
    private final Queue<String> stored = new ConcurrentLinkedQueue<>();

    Attempt(ObjectStore store, Workspaces workspaces, Claim claim, Pulse pulse) throws IOException {
        this.store = store;
        this.workspaces = workspaces;
        this.pulse = pulse;
        this.prefix = prefix(claim.message().spec().outputPrefix(), claim.run());
        this.workspace = workspaces.create(claim.run());
    }

    @Override
    public Path workspace() {
        return workspace;
    }

    @Override
    public Path fetch(String key) throws IOException, InterruptedException {
        var file = placeFor(key);
        store.download(key, file);
        return file;
    }

    @Override
    public Path fetchRange(String key, long offset, long length)
            throws IOException, InterruptedException {
        var file = placeFor(key);
        store.downloadRange(key, offset, length, file);
        return file;
    }

    @Override
    public String store(String name, Path file, String contentType)
            throws IOException, InterruptedException {
        var key = key(name);
        store.upload(key, file, contentType);
        return key;
    }

    @Override
    public <T> T read(String key, Class<T> type) throws IOException, InterruptedException {
        return JobJson.read(store.read(key), type);
    }

    @Override
    public String write(String name, Object document) throws IOException, InterruptedException {
        var key = key(name);
        store.write(key, JobJson.write(document), "application/json");
        return key;
    }

    @Override
    public void progress(String stage, double progress) {
        pulse.say(stage, progress);
    }

    void removeWorkspace() {
        try {
            workspaces.remove(workspace);
        } catch (IOException e) {
            log.warn("Cannot remove {}; the next start will", workspace, e);
        }
    }

    /** Nobody refers to what a failed attempt has stored. */
    void removeStored() throws InterruptedException {
        for (var key : stored) {
            try {
                store.delete(key);
            } catch (IOException e) {
                log.warn("Cannot delete {}", key, e);
            }
        }
    }

    private Path placeFor(String key) throws IOException {
        var folder = Files.createDirectories(workspace.resolve("fetched"));
        return folder.resolve(fetched.incrementAndGet() + "-" + lastName(key));
    }

    /** Noted before it is written: half an upload may exist as well. */
    private String key(String name) {
        var key = prefix + name;
        stored.add(key);
        return key;
    }

    private static String prefix(String outputPrefix, UUID run) {
        return outputPrefix + run + "/";
    }

    private static String lastName(String key) {
        var name = key.substring(key.lastIndexOf('/') + 1);
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }
}
