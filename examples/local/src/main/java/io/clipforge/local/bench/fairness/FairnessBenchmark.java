package io.clipforge.local.bench.fairness;

import io.clipforge.api.tenancy.Tenant;
import io.clipforge.jobs.redis.RedisJobQueue;
import io.clipforge.jobs.redis.RedisQueueSettings;
import io.clipforge.local.Servers;
import io.clipforge.local.bench.Benchmark;
import io.clipforge.local.bench.Figure;
import io.clipforge.local.bench.Options;
import io.clipforge.local.bench.Outcome;
import io.clipforge.local.bench.Stage;
import io.clipforge.local.bench.noop.Claimer;
import io.clipforge.local.bench.noop.ControlPlane;
import io.clipforge.local.bench.noop.NoopOrders;
import io.clipforge.local.bench.noop.Waits;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Organizations want more than there is: each gets its share, and a small one does not notice how
 * long the queue of a large one is.
 */
public final class FairnessBenchmark implements Benchmark {
    /** A worker that has eight hands and needs 10 ms for a job does some 800 a second. */
    private static final int AT_A_TIME = 8;

    private static final Duration EACH = Duration.ofMillis(10);

    private static final List<Integer> WEIGHTS = List.of(3, 2, 1);
    private static final int SHARED = 6_000;

    /** What was dispatched before the last organization had come. */
    private static final int SETTLING = 600;

    private static final double SHARE_TOLERANCE = 0.1;

    private static final int SHORT_BACKLOG = 200;
    private static final int LONG_BACKLOG = 100_000;
    private static final int BATCH = 1_000;
    private static final int SMALL_JOBS = 400;
    private static final Duration SMALL_EVERY = Duration.ofMillis(50);
    private static final double WAIT_TOLERANCE = 0.2;

    @Override
    public String name() {
        return "fairness";
    }

    @Override
    public String summary() {
        return "organizations by weight, and a small one beside a queue of 100,000 jobs";
    }

    @Override
    public Outcome measure(Options options) throws Exception {
        int large = (int) options.number("backlog", LONG_BACKLOG);
        var figures = new ArrayList<Figure>();
        var broken = new ArrayList<String>();
        measureShares(figures, broken);
        double alone = smallWait(SHORT_BACKLOG);
        double crowded = smallWait(large);
        figures.add(
                Figure.lessIsBetter(
                        "a small organization's wait beside a queue of " + large + ", p95",
                        "ms",
                        crowded,
                        alone,
                        "beside a queue of " + SHORT_BACKLOG));
        if (crowded > alone * (1 + WAIT_TOLERANCE)) {
            broken.add(
                    "a small organization waits %.0f ms beside a long queue and %.0f beside a short one"
                            .formatted(crowded, alone));
        }
        return new Outcome(figures, broken);
    }

    /** While all of them wait, each organization gets starts in proportion to its weight. */
    private void measureShares(List<Figure> figures, List<String> broken) throws Exception {
        try (var stage = Stage.open(name())) {
            var servers = stage.servers();
            var plane = stage.endsWithThis(ControlPlane.start(servers));
            var starts = new LinkedHashMap<Integer, AtomicInteger>();
            var counters = new ConcurrentHashMap<UUID, AtomicInteger>();
            for (int weight : WEIGHTS) {
                var tenant = plane.tenant("weight " + weight);
                weigh(servers, tenant, weight);
                var counter = new AtomicInteger();
                starts.put(weight, counter);
                fill(plane, tenant, SETTLING + SHARED, job -> counters.put(job, counter));
            }
            countStarts(servers, counters);
            int weights = WEIGHTS.stream().mapToInt(it -> it).sum();
            for (var it : starts.entrySet()) {
                double fair = (double) SHARED * it.getKey() / weights;
                double share = it.getValue().get() / fair;
                figures.add(
                        Figure.of(
                                "share of weight " + it.getKey() + " of what is fair", "", share));
                if (Math.abs(share - 1) > SHARE_TOLERANCE) {
                    broken.add("weight %d got %.2f of its share".formatted(it.getKey(), share));
                }
            }
        }
    }

    /** Counts, each for its owner, the starts that happen while everyone still waits. */
    private static void countStarts(Servers servers, Map<UUID, AtomicInteger> counters)
            throws InterruptedException {
        var seen = new AtomicInteger();
        try (var queue = queue(servers);
                var _ =
                        new Claimer(
                                queue,
                                AT_A_TIME,
                                EACH,
                                (job, _) -> {
                                    int start = seen.incrementAndGet();
                                    var counter = counters.get(job);
                                    if (counter != null
                                            && start > SETTLING
                                            && start <= SETTLING + SHARED) {
                                        counter.incrementAndGet();
                                    }
                                })) {
            while (seen.get() < SETTLING + SHARED) {
                Thread.sleep(SMALL_EVERY);
            }
        }
    }

    /** Beside an organization whose queue is this long all the time, p95 in milliseconds. */
    private double smallWait(int backlog) throws Exception {
        try (var stage = Stage.open(name())) {
            var servers = stage.servers();
            var plane = stage.endsWithThis(ControlPlane.start(servers));
            var large = plane.tenant("large");
            var small = plane.tenant("small");
            var waits = new Waits();
            fill(plane, large, backlog, _ -> {});
            try (var queue = queue(servers);
                    var _ = new Claimer(queue, AT_A_TIME, EACH, waits)) {
                int refilled = 0;
                for (int i = 0; i < SMALL_JOBS; i++) {
                    var job = NoopOrders.job();
                    waits.follow(job);
                    plane.submit(small, List.of(job));
                    int done = plane.succeeded();
                    fill(plane, large, done - refilled, _ -> {});
                    refilled = done;
                    Thread.sleep(SMALL_EVERY);
                }
                while (!waits.complete()) {
                    Thread.sleep(SMALL_EVERY);
                }
            }
            return waits.quantiles().at(0.95);
        }
    }

    private static void fill(ControlPlane plane, Tenant tenant, int jobs, Consumer<UUID> each) {
        for (int filled = 0; filled < jobs; filled += BATCH) {
            var batch =
                    Stream.generate(NoopOrders::job).limit(Math.min(BATCH, jobs - filled)).toList();
            batch.forEach(it -> each.accept(it.id()));
            plane.submit(tenant, batch);
        }
    }

    private static RedisJobQueue queue(Servers servers) {
        return new RedisJobQueue(RedisQueueSettings.at(servers.redisUrl()));
    }

    private static void weigh(Servers servers, Tenant tenant, int weight) throws SQLException {
        try (var connection = servers.superuser();
                var insert =
                        connection.prepareStatement(
                                "insert into job_shares (org_id, weight) values (?, ?)")) {
            insert.setObject(1, tenant.orgId());
            insert.setInt(2, weight);
            insert.execute();
        }
    }
}
