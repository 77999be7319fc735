package io.clipforge.fleet;

import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobSpec;

/** A handler that is there for what it needs. */
record NeedyHandler<S extends JobSpec>(Class<S> spec, Needs needs) implements JobHandler<S> {
    @Override
    public JobOutcome run(S spec, JobContext context) throws InterruptedException {
        return ScriptedHandler.waitForEver();
    }
}
