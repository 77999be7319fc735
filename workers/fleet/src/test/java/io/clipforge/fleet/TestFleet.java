package io.clipforge.fleet;

import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.redis.RedisJobQueue;
import io.clipforge.jobs.redis.RedisQueueSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A fleet and its end of the queue. */
final class TestFleet implements AutoCloseable {
    final JobLoop loop;
    private final JobQueue queue;
    private final Fleet fleet;

    TestFleet(
            String redis,
            StorageSettings storage,
            FleetSettings settings,
            List<JobHandler<?>> handlers)
            throws IOException {
        queue = new RedisJobQueue(RedisQueueSettings.at(redis));
        fleet = Fleet.start(queue, handlers, storage, settings);
        loop = fleet.loop();
    }

    /** Room for two small jobs; no grace. */
    static FleetSettings small(Path folder) {
        return settings(2, folder, Duration.ZERO);
    }

    static FleetSettings settings(int slots, Path folder, Duration grace) {
        return new FleetSettings(slots, 4096, false, null, folder, "test", grace);
    }

    @Override
    public void close() throws IOException {
        try (queue) {
            fleet.close();
        }
    }
}
