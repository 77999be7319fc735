package io.clipforge.fleet;

import io.clipforge.jobs.JobSpec;
import java.util.List;
import java.util.UUID;

/** Orders whose contents do not matter. */
final class Specs {
    private Specs() {}

    static JobSpec rank() {
        var id = UUID.randomUUID();
        return new JobSpec.Rank(id, 1000, "t", "a", null, 1, 2, 3, "org/" + id + "/", null);
    }

    static JobSpec analyze() {
        var id = UUID.randomUUID();
        return new JobSpec.Analyze(id, null, "a", null, List.of(), "org/" + id + "/", null);
    }

    static JobSpec render() {
        var id = UUID.randomUUID();
        return new JobSpec.Render(
                id,
                "source",
                "transcript",
                "analysis",
                0,
                1000,
                List.of(JobSpec.Ratio.VERTICAL_9_16),
                new JobSpec.Captions(false, JobSpec.Captions.Style.CLASSIC, null),
                null,
                "org/" + id + "/",
                null);
    }
}
