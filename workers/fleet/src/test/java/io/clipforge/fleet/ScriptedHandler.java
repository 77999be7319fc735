package io.clipforge.fleet;

import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Does what a test says; jobs that wait do so until they are let go. */
final class ScriptedHandler implements JobHandler<JobSpec.Rank> {
    /** What a job does. */
    interface Script {
        JobOutcome run(JobContext context) throws IOException, InterruptedException;
    }

    static final JobOutcome DONE = new JobOutcome.Completed(new JobResult.Ranked("key", 1, null));

    final BlockingQueue<Path> workspaces = new LinkedBlockingQueue<>();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final Script script;

    ScriptedHandler(Script script) {
        this.script = script;
    }

    /** Waits before it is done. */
    static ScriptedHandler waiting(CountDownLatch latch) {
        return new ScriptedHandler(_ -> {
            latch.await();
            return DONE;
        });
    }

    /** What a cancelled job does. */
    static JobOutcome waitForEver() throws InterruptedException {
        new CountDownLatch(1).await();
        return DONE;
    }

    @Override
    public Class<JobSpec.Rank> spec() {
        return JobSpec.Rank.class;
    }

    @Override
    public JobOutcome run(JobSpec.Rank spec, JobContext context)
            throws IOException, InterruptedException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        workspaces.add(context.workspace());
        try {
            return script.run(context);
        } finally {
            atOnce.decrementAndGet();
        }
    }
}
