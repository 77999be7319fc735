package io.clipforge.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobReport;
import io.lettuce.core.SetArgs;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The queue on Redis 7: a stream for each kind of job and one for reports.
 *
 * <p>A claim is four steps, and whoever dies between two of them leaves nothing behind that another
 * claim does not find again: read the entry; note the attempt as taken by this entry; report {@link
 * JobReport.Started}; settle the entry. Settling decides: a claim is given to the one who settled.
 * Should an answer get lost after that, the run stays silent and its lease ends.
 *
 * <p>A kind's keys share a hash tag, and no script spans two tags.
 */
public final class RedisJobQueue implements JobQueue {
    private static final String EPOCH = "clipforge:epoch";
    private static final String REPORTS = "clipforge:{reports}";

    /** A control plane that stays away must not fill Redis; a lost report costs a repeated job. */
    private static final int REPORTS_KEPT = 200_000;

    /** Repeats of an attempt arrive soon; a later one is refused by the control plane. */
    private static final Duration TAKEN_FOR = Duration.ofHours(6);

    /** Who read an entry does not matter, only how long ago, so workers share one name. */
    private static final String ANY_WORKER = "worker";

    private static final String FLEET = "fleet";

    private final RedisLink link;
    private final ConsumerGroup fleet;
    private final ConsumerGroup control;
    private final Cancellations cancellations;
    private final DeadLetters dead;

    /** Does not connect yet: a process may start before Redis does. */
    public RedisJobQueue(RedisQueueSettings settings) {
        link = new RedisLink(settings);
        fleet = new ConsumerGroup(link, FLEET, settings);
        control = new ConsumerGroup(link, "control", settings);
        cancellations = new Cancellations(link);
        dead = new DeadLetters(link);
    }

    /** Changes with each start of Redis (its run id) and each loss of its keys (our marker). */
    @Override
    public String epoch() {
        var fresh = UUID.randomUUID().toString();
        return link.call(redis -> {
            var marker = redis.setGet(EPOCH, fresh.getBytes(UTF_8), SetArgs.Builder.nx());
            var memory = marker == null ? fresh : new String(marker, UTF_8);
            return runId(redis.info("server")) + "/" + memory;
        });
    }

    @Override
    public void submit(JobMessage message) {
        var fields = JobEntry.write(message);
        link.call(redis -> redis.xadd(jobs(message.spec().kind()), fields));
    }

    @Override
    public Optional<Claim> claim(Collection<JobKind> kinds, String worker, Duration patience) {
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("a worker claims some kind");
        }
        var streams = kinds.stream().map(it -> jobs(it.wireName())).toList();
        var deadline = Deadline.in(patience);
        while (true) {
            var entries = fleet.read(streams, ANY_WORKER, 1, deadline);
            if (entries.isEmpty()) {
                return Optional.empty();
            }
            entries.stream().skip(1).forEach(fleet::handBack);
            var claim = take(entries.getFirst(), worker);
            if (claim.isPresent()) {
                return claim;
            }
        }
    }

    @Override
    public void report(JobReport report) {
        var fields = Map.of("report", JobJson.write(report));
        var bounded = XAddArgs.Builder.maxlen(REPORTS_KEPT).approximateTrimming();
        link.call(redis -> redis.xadd(REPORTS, bounded, fields));
    }

    @Override
    public List<Received> reports(String reader, int max, Duration patience) {
        var deadline = Deadline.in(patience);
        while (true) {
            var entries = control.read(List.of(REPORTS), reader, max, deadline);
            var received = received(entries);
            if (entries.isEmpty() || !received.isEmpty()) {
                return received;
            }
        }
    }

    @Override
    public void acknowledge(List<Received> reports) {
        if (!reports.isEmpty()) {
            control.settle(REPORTS, reports.stream().map(Received::receipt).toList());
        }
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
    public long depth(JobKind kind) {
        return link.call(redis -> redis.xlen(jobs(kind.wireName())));
    }

    @Override
    public void close() {
        link.close();
    }

    private Optional<Claim> take(StreamMessage<String, byte[]> entry, String worker) {
        JobMessage message;
        try {
            message = jobIn(entry);
        } catch (IOException e) {
            bury(fleet, entry, e);
            return Optional.empty();
        }
        if (!taken(entry, message)) {
            return Optional.empty();
        }
        var run = UUID.randomUUID();
        report(new JobReport.Started(message.jobId(), message.attempt(), run, worker));
        return fleet.settle(entry.getStream(), List.of(entry.getId())) == 1
                ? Optional.of(new Claim(message, run))
                : Optional.empty();
    }

    private boolean taken(StreamMessage<String, byte[]> entry, JobMessage message) {
        var keys = List.of(entry.getStream(), takenKey(message));
        var arguments = List.of(FLEET, entry.getId(), Long.toString(TAKEN_FOR.toMillis()));
        return link.call(redis -> Script.TAKE.run(redis, keys, arguments)) == 1;
    }

    private List<Received> received(List<StreamMessage<String, byte[]>> entries) {
        var received = new ArrayList<Received>();
        for (var entry : entries) {
            try {
                received.add(new Received(entry.getId(), reportIn(entry)));
            } catch (IOException e) {
                bury(control, entry, e);
            }
        }
        return received;
    }

    private static JobMessage jobIn(StreamMessage<String, byte[]> entry) throws IOException {
        var message = JobEntry.read(entry.getBody());
        if (!entry.getStream().equals(jobs(message.spec().kind()))) {
            throw new IOException(message.spec().kind() + " does not belong here");
        }
        return message;
    }

    private static JobReport reportIn(StreamMessage<String, byte[]> entry) throws IOException {
        var json = entry.getBody().get("report");
        if (json == null) {
            throw new IOException("no report");
        }
        return JobJson.read(json, JobReport.class);
    }

    private void bury(ConsumerGroup group, StreamMessage<String, byte[]> entry, IOException why) {
        dead.add(entry, why);
        group.settle(entry.getStream(), List.of(entry.getId()));
    }

    private static String runId(String info) {
        return info.lines()
                .filter(it -> it.startsWith("run_id:"))
                .findFirst()
                .orElseThrow()
                .substring("run_id:".length());
    }

    private static String jobs(String kind) {
        return "clipforge:{" + kind + "}:jobs";
    }

    private static String takenKey(JobMessage message) {
        return "clipforge:{%s}:taken:%s:%d"
                .formatted(message.spec().kind(), message.jobId(), message.attempt());
    }
}
