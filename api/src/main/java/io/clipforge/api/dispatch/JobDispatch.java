package io.clipforge.api.dispatch;

import io.clipforge.api.json.StoredJson;
import io.clipforge.api.tenancy.RelayTransactional;
import io.clipforge.api.tracing.JobSpans;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.Standing;
import io.clipforge.jobs.Lease;
import io.clipforge.jobs.Priority;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of handing jobs over. A message is sent before the mark commits: a crash in between
 * sends it twice, and the queue drops the second or the control plane refuses its run; the other
 * order could lose it.
 */
@Singleton
class JobDispatch {
    private static final Logger LOG = LoggerFactory.getLogger(JobDispatch.class);
    private static final int WOKEN_AT_ONCE = 1_000;
    private static final Duration WAKING = Duration.ofMillis(20);
    private static final String EVERY_KIND =
            StoredJson.text(Arrays.stream(JobKind.values()).map(JobKind::wireName).toList());

    private final Releases releases;
    private final JobQueue queue;
    private final JobSpans spans;
    private final Map<LaneRow, Window> windows = new HashMap<>();

    /** As last compared; whatever else happens to them is noticed within a second. */
    private final Map<JobKind, String> epochs = new ConcurrentHashMap<>();

    private long nextWaking = System.nanoTime();

    JobDispatch(Releases releases, JobQueue queue, JobSpans spans) {
        this.releases = releases;
        this.queue = queue;
        this.spans = spans;
    }

    /**
     * @return whether there may be more
     */
    @RelayTransactional
    boolean dispatch() {
        boolean more = wake();
        var lanes =
                releases.waiting(EVERY_KIND).stream().collect(Collectors.groupingBy(LaneRow::kind));
        for (var kind : lanes.entrySet()) {
            more |= fill(JobKind.find(kind.getKey()).orElseThrow(), kind.getValue());
        }
        return more;
    }

    /**
     * Hands everything over again that a kind's queue may have forgotten.
     *
     * <p>Workers may hold some of it, and nobody has heard of them: they get one heartbeat's time
     * to speak up, which spares their work.
     */
    @RelayTransactional
    void noticeForgetting(JobKind kind) {
        if (releases.lead()) {
            noticeForgetting(kind, queue.standing(kind));
        }
    }

    private boolean wake() {
        long now = System.nanoTime();
        if (now < nextWaking) {
            return false;
        }
        var woken = releases.wake(WOKEN_AT_ONCE);
        boolean more = woken.size() == WOKEN_AT_ONCE;
        nextWaking = more ? now : now + WAKING.toNanos();
        return more;
    }

    private boolean fill(JobKind kind, List<LaneRow> lanes) {
        var standing = queue.standing(kind);
        if (!standing.epoch().equals(epochs.get(kind))) {
            noticeForgetting(kind, standing);
        }
        boolean more = false;
        for (var lane : lanes) {
            var priority = Priority.of(lane.priority());
            more |= fill(kind, priority, lane, standing.waiting().getOrDefault(priority, 0));
        }
        return more;
    }

    private boolean fill(JobKind kind, Priority priority, LaneRow lane, int waiting) {
        var window = windows.computeIfAbsent(lane, _ -> new Window());
        int room = window.room(waiting);
        if (room == 0) {
            return false;
        }
        var released = releases.release(lane.kind(), lane.priority(), room);
        if (!released.isEmpty()) {
            spans.send(
                    kind,
                    released.stream().map(ReleasedJob::message).toList(),
                    messages -> queue.submit(kind, priority, messages));
        }
        boolean filled = released.size() == room;
        if (filled) {
            window.filled();
        }
        return filled && waiting == 0;
    }

    private void noticeForgetting(JobKind kind, Standing standing) {
        var name = kind.wireName();
        epochs.put(kind, standing.epoch());
        if (releases.epoch(name).equals(Optional.of(standing.epoch()))) {
            return;
        }
        int again = releases.forget(name, Lease.HEARTBEAT.plusMillis(500).toMillis());
        releases.rememberEpoch(name, standing.epoch());
        if (again > 0) {
            LOG.info("the queue may have forgotten {} {} jobs: handed over again", again, name);
        }
    }
}
