package io.clipforge.local.bench.jobs;

import io.clipforge.api.tenancy.Tenant;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.redis.RedisJobQueue;
import io.clipforge.jobs.redis.RedisQueueSettings;
import io.clipforge.local.Servers;
import io.clipforge.local.bench.noop.Claimer;
import io.clipforge.local.bench.noop.ControlPlane;
import io.clipforge.local.bench.noop.NoopOrders;
import io.clipforge.local.bench.noop.Waits;
import io.clipforge.local.bench.processes.ProcessorTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The whole way of a job: committed to PostgreSQL before its caller has an answer, dispatched,
 * taken, done, and its result committed.
 */
final class Durable implements AutoCloseable {
    private static final int AT_A_TIME = 100;

    private final Servers servers;
    private final ControlPlane plane;
    private final JobQueue queue;
    private final Tenant tenant;

    private Durable(Servers servers, ControlPlane plane) {
        this.servers = servers;
        this.plane = plane;
        queue = new RedisJobQueue(RedisQueueSettings.at(servers.redisUrl()));
        tenant = plane.tenant("Benchmark");
    }

    static Durable start(Servers servers) {
        return new Durable(servers, ControlPlane.start(servers));
    }

    /**
     * Callers that commit some jobs at once.
     *
     * @param jobs a multiple of {@code size}
     */
    Flow inTransactionsOf(int size, int callers, int jobs) throws Exception {
        var firstStart = new AtomicLong();
        int before = plane.succeeded();
        double cpu = cpu();
        try (var _ = new Claimer(queue, AT_A_TIME, (_, now) -> firstStart.compareAndSet(0, now))) {
            together(callers, jobs / size, () -> submit(size));
            plane.awaitSucceeded(before + jobs);
            long last = System.nanoTime();
            return new Flow(jobs / ((last - firstStart.get()) / 1e9), (cpu() - cpu) / jobs * 1_000);
        }
    }

    /** One commit a job, at an even pace that leaves everything idle most of the time. */
    Paced paced(int rate, int seconds) throws Exception {
        int jobs = rate * seconds;
        var waits = new Waits();
        int before = plane.succeeded();
        double cpu = cpu();
        try (var _ = new Claimer(queue, AT_A_TIME, waits)) {
            evenly(
                    rate,
                    jobs,
                    () -> {
                        var job = NoopOrders.job();
                        waits.follow(job);
                        plane.submit(tenant, List.of(job));
                    });
            plane.awaitSucceeded(before + jobs);
        }
        var quantiles = waits.quantiles();
        return new Paced(quantiles.at(0.5), quantiles.at(0.99), (cpu() - cpu) / jobs * 1_000);
    }

    @Override
    public void close() {
        queue.close();
        plane.close();
    }

    private void submit(int jobs) {
        plane.submit(tenant, Stream.generate(NoopOrders::job).limit(jobs).toList());
    }

    /** The callers share these calls. */
    private static void together(int callers, int times, Runnable call)
            throws IOException, InterruptedException {
        var left = new AtomicLong(times);
        Runnable caller =
                () -> {
                    while (left.getAndDecrement() > 0) {
                        call.run();
                    }
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            requireAll(Stream.generate(() -> threads.submit(caller)).limit(callers).toList());
        }
    }

    /** Each call on a thread of its own, so that a slow one does not hold up those after it. */
    private static void evenly(int rate, int times, Runnable call)
            throws IOException, InterruptedException {
        var calls = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < times; i++) {
                long due = start + i * 1_000_000_000L / rate;
                Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                calls.add(threads.submit(call));
            }
            requireAll(calls);
        }
    }

    private static void requireAll(List<? extends Future<?>> calls)
            throws IOException, InterruptedException {
        try {
            for (var it : calls) {
                it.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a caller was refused", e);
        }
    }

    private double cpu() throws IOException {
        return ProcessorTime.own()
                + ProcessorTime.ofFamily(servers.redisPid())
                + ProcessorTime.ofFamily(servers.postgresPid());
    }
}
