package io.clipforge.fleet;

import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.redis.RedisJobQueue;
import io.clipforge.jobs.redis.RedisQueueSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A worker with two slots, wired by hand. */
final class TestFleet implements AutoCloseable {
    final JobLoop loop;
    private final JobQueue queue;
    private final ObjectStore store;
    private final Workspaces workspaces;

    TestFleet(String redis, Path folder, StorageSettings storage, JobHandler<?> handler)
            throws IOException {
        this(redis, storage, handler, new FleetSettings(2, folder, "test", Duration.ZERO));
    }

    TestFleet(String redis, StorageSettings storage, JobHandler<?> handler, FleetSettings settings)
            throws IOException {
        queue = new RedisJobQueue(RedisQueueSettings.at(redis));
        store = new ObjectStore(storage);
        workspaces = new Workspaces(settings);
        loop =
                new JobLoop(
                        queue,
                        new JobHandlers(List.of(handler)),
                        new Attempts(store, workspaces),
                        new JobMetrics(new SimpleMeterRegistry(), settings),
                        settings);
    }

    @Override
    public void close() throws IOException {
        loop.close();
        workspaces.close();
        store.close();
        queue.close();
    }
}
