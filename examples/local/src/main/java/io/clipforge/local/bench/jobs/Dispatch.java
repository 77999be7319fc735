package io.clipforge.local.bench.jobs;

import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.Priority;
import io.clipforge.jobs.redis.RedisJobQueue;
import io.clipforge.jobs.redis.RedisQueueSettings;
import io.clipforge.local.bench.noop.Claimer;
import io.clipforge.local.bench.noop.Noop;
import io.clipforge.local.bench.processes.ProcessorTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Our queue alone, without PostgreSQL: what BullMQ does, since it keeps jobs in Redis only. */
final class Dispatch implements AutoCloseable {
    private static final int BATCH = 500;
    private static final int AT_A_TIME = 100;
    private static final int REPORTS = 1_000;
    private static final String READER = "bench";
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final JobQueue queue;
    private final Path redisPid;

    Dispatch(String redisUrl, Path redisPid) {
        queue = new RedisJobQueue(RedisQueueSettings.at(redisUrl));
        this.redisPid = redisPid;
        queue.standing(Noop.KIND);
    }

    /** Jobs are submitted while others are worked off. */
    Flow streaming(int jobs) throws IOException {
        return counted(jobs, false);
    }

    /** Jobs lie there before the first worker comes. */
    Flow drain(int jobs) throws IOException {
        return counted(jobs, true);
    }

    private Flow counted(int jobs, boolean before) throws IOException {
        if (before) {
            submit(jobs);
        }
        var firstStart = new AtomicLong();
        double cpu = cpu();
        try (var _ = new Claimer(queue, AT_A_TIME, (_, now) -> firstStart.compareAndSet(0, now))) {
            var submitting = Thread.startVirtualThread(() -> submit(before ? 0 : jobs));
            settle(jobs);
            long last = System.nanoTime();
            cpu = cpu() - cpu;
            join(submitting);
            return new Flow(jobs / ((last - firstStart.get()) / 1e9), cpu / jobs * 1_000);
        }
    }

    private void submit(int jobs) {
        for (int sent = 0; sent < jobs; sent += BATCH) {
            var batch = Stream.generate(Noop::message).limit(Math.min(BATCH, jobs - sent));
            queue.submit(Noop.KIND, Priority.STANDARD, batch.toList());
        }
    }

    /** The control plane's part: reads what workers say until all jobs have ended. */
    private void settle(int jobs) {
        int ended = 0;
        while (ended < jobs) {
            var reports = queue.reports(Noop.KIND, READER, REPORTS, PATIENCE);
            queue.acknowledge(Noop.KIND, reports);
            ended +=
                    (int)
                            reports.stream()
                                    .filter(it -> it.report() instanceof JobReport.Ended)
                                    .count();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double cpu() throws IOException {
        return ProcessorTime.own() + ProcessorTime.ofFamily(redisPid);
    }

    @Override
    public void close() {
        queue.close();
    }
}
