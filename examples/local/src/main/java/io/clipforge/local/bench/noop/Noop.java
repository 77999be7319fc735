package io.clipforge.local.bench.noop;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import java.util.UUID;

/** A job that asks for nothing: the smallest kind there is, never carried out. */
public final class Noop {
    public static final JobKind KIND = JobKind.RANK;

    static final JobOutcome DONE = new JobOutcome.Completed(new JobResult.Ranked("none", 0, null));

    private Noop() {}

    public static JobMessage message() {
        return new JobMessage(UUID.randomUUID(), 1, spec());
    }

    static JobSpec spec() {
        var asset = UUID.randomUUID();
        return new JobSpec.Rank(asset, 1, "none", "none", null, 1, 1, 1, asset + "/", null);
    }
}
