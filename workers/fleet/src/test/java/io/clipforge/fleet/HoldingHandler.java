package io.clipforge.fleet;

import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobSpec;

/** Ranks, and holds memory all the while. */
record HoldingHandler(Needs needs, int residentMib) implements JobHandler<JobSpec.Rank> {
    @Override
    public Class<JobSpec.Rank> spec() {
        return JobSpec.Rank.class;
    }

    @Override
    public JobOutcome run(JobSpec.Rank spec, JobContext context) throws InterruptedException {
        return ScriptedHandler.waitForEver();
    }
}
