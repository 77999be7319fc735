package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.fail;

import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.redis.RedisJobQueue;
import io.clipforge.jobs.redis.RedisQueueSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** The other end of the queue, as a test sees it. */
final class ControlPlane implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(30);

    final JobQueue queue;
    private final Deque<JobReport> unread = new ArrayDeque<>();

    ControlPlane(String url) {
        queue = new RedisJobQueue(RedisQueueSettings.at(url));
    }

    JobMessage submit() {
        var id = UUID.randomUUID();
        var spec = new JobSpec.Rank(id, 1000, "t", "a", 1, 2, 3, "org/" + id + "/");
        var message = new JobMessage(id, 1, spec);
        queue.submit(message);
        return message;
    }

    /** The next report of this type; others are skipped. */
    <R extends JobReport> R next(Class<R> type) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < deadline) {
            while (!unread.isEmpty()) {
                var report = unread.pop();
                if (type.isInstance(report)) {
                    return type.cast(report);
                }
            }
            unread.addAll(read(Duration.ofSeconds(1)));
        }
        return fail("no " + type.getSimpleName() + " within " + LONG);
    }

    /** Everything that is said while nothing is waited for. */
    List<JobReport> hear(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        var heard = new ArrayList<>(unread);
        unread.clear();
        while (System.nanoTime() < deadline) {
            heard.addAll(read(Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
        }
        return heard;
    }

    private List<JobReport> read(Duration patience) {
        try {
            var received = queue.reports("test", 100, patience);
            queue.acknowledge(received);
            return received.stream().map(JobQueue.Received::report).toList();
        } catch (QueueUnavailableException _) { // a test takes it away
            return List.of();
        }
    }

    @Override
    public void close() {
        queue.close();
    }
}
