package io.clipforge.fleet;

import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.Trial;
import java.time.Duration;
import java.util.Optional;

/** What jobs of the test environment do before their work, or instead of it. */
final class Trials {
    private static final Duration STEP = Duration.ofMillis(200);

    /** The work has the rest of the progress. */
    private static final double WAITED = 0.9;

    private Trials() {}

    /**
     * @return how the attempt ends; empty when the work is to be done now
     */
    static Optional<JobOutcome> before(JobMessage message, JobContext context)
            throws InterruptedException {
        return switch (message.spec().trial()) {
            case null -> Optional.empty();
            case Trial.Fail(var problem, var detail) ->
                    Optional.of(new JobOutcome.Failed(problem, detail));
            case Trial.Stumble(var reason) ->
                    message.attempt() == 1
                            ? Optional.of(new JobOutcome.RetryLater(reason))
                            : Optional.empty();
            case Trial.Wait(var seconds) -> {
                await(Duration.ofSeconds(seconds), context);
                yield Optional.empty();
            }
        };
    }

    private static void await(Duration length, JobContext context) throws InterruptedException {
        long start = System.nanoTime();
        long waited = 0;
        while (waited < length.toNanos()) {
            context.progress("waiting as the test asked", WAITED * waited / length.toNanos());
            Thread.sleep(Duration.ofNanos(Math.min(STEP.toNanos(), length.toNanos() - waited)));
            waited = System.nanoTime() - start;
        }
    }
}
