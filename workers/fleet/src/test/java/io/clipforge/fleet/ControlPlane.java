package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.fail;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Priority;
import io.clipforge.jobs.redis.RedisJobQueue;
import io.clipforge.jobs.redis.RedisQueueSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The other end of the queue, as a test sees it. */
final class ControlPlane implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(30);

    final JobQueue queue;
    private final Set<JobKind> kinds = EnumSet.of(JobKind.RANK);
    private final Deque<JobReport> unread = new ArrayDeque<>();

    ControlPlane(String url) {
        queue = new RedisJobQueue(RedisQueueSettings.at(url));
    }

    JobMessage submit() {
        return submit(Specs.rank());
    }

    JobMessage submit(JobSpec spec) {
        var message = new JobMessage(UUID.randomUUID(), 1, spec);
        submit(message);
        return message;
    }

    void submit(JobMessage message) {
        var kind = JobHandlers.kind(message.spec());
        kinds.add(kind);
        queue.submit(kind, Priority.STANDARD, List.of(message));
    }

    /** How many jobs of a kind nobody has taken. */
    int waiting(JobKind kind) {
        return queue.standing(kind).waiting().values().stream().mapToInt(it -> it).sum();
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
        var each = patience.dividedBy(Math.max(1, kinds.size()));
        return kinds.stream().flatMap(kind -> read(kind, each)).toList();
    }

    private Stream<JobReport> read(JobKind kind, Duration patience) {
        try {
            var received = queue.reports(kind, "test", 100, patience);
            queue.acknowledge(kind, received);
            return received.stream().map(JobQueue.Received::report);
        } catch (QueueUnavailableException _) { // a test takes it away
            return Stream.of();
        }
    }

    @Override
    public void close() {
        queue.close();
    }
}
