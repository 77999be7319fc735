package io.clipforge.jobs.redis;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.Priority;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The queue on Redis 7 or a Redis Cluster.
 *
 * <p>A kind's messages lie in a list for each priority, and its reports in a stream. To submit and
 * to claim is one script each: Redis does all of it or nothing, in one round trip. Should the
 * answer of a claim get lost, the run stays silent after its start and its lease ends.
 *
 * <p>A kind's keys share a hash tag, and no script spans two tags.
 */
public final class RedisJobQueue implements JobQueue {
    private final RedisLink link;
    private final Map<JobKind, Lane> lanes = new EnumMap<>(JobKind.class);
    private final Claims claims;
    private final Cancellations cancellations;

    /** Does not connect yet: a process may start before Redis does. */
    public RedisJobQueue(RedisQueueSettings settings) {
        link = new RedisLink(settings);
        var dead = new DeadLetters(link);
        for (var kind : JobKind.values()) {
            lanes.put(kind, Lane.of(new KindKeys(kind), link, settings, dead));
        }
        var channels = new Channels(link);
        claims = new Claims(it -> lane(it).backlog, new Bells(channels), settings.cluster());
        cancellations = new Cancellations(channels);
    }

    /** The epoch changes with each start of a server (its run id) and each loss of its keys. */
    @Override
    public Standing standing(JobKind kind) {
        return lane(kind).backlog.standing();
    }

    @Override
    public void submit(JobKind kind, Priority priority, List<JobMessage> messages) {
        for (var message : messages) {
            if (!kind.spec().isInstance(message.spec())) {
                throw new IllegalArgumentException(message.spec().kind() + " is not " + kind);
            }
        }
        if (!messages.isEmpty()) {
            lane(kind).backlog.add(priority, messages);
        }
    }

    @Override
    public List<Claim> claim(List<JobKind> kinds, int max, String worker, Duration patience) {
        if (kinds.isEmpty() || max < 1) {
            throw new IllegalArgumentException("a worker claims something");
        }
        return claims.claim(kinds, max, worker, patience);
    }

    @Override
    public void report(JobKind kind, JobReport report) {
        lane(kind).reports.send(report);
    }

    @Override
    public List<Received> reports(JobKind kind, String reader, int max, Duration patience) {
        return lane(kind).reports.read(max, patience);
    }

    @Override
    public void acknowledge(JobKind kind, List<Received> reports) {
        lane(kind).reports.settle(reports);
    }

    @Override
    public void cancel(UUID run) {
        cancellations.publish(run);
    }

    @Override
    public AutoCloseable onCancel(Consumer<UUID> listener) {
        return cancellations.listen(listener);
    }

    @Override
    public void close() {
        link.close();
    }

    private Lane lane(JobKind kind) {
        return Objects.requireNonNull(lanes.get(kind));
    }

    /** The two ways of one kind: there and back. */
    private record Lane(Backlog backlog, ReportStream reports) {
        static Lane of(
                KindKeys keys, RedisLink link, RedisQueueSettings settings, DeadLetters dead) {
            var reports = new ReportStream(link, keys, settings, dead);
            return new Lane(new Backlog(link, keys, reports, dead), reports);
        }
    }
}
