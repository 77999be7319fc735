package io.clipforge.api.tracing;

import io.clipforge.telemetry.TraceParent;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What the control plane does for jobs, as steps of the trace that asked for them. */
@Singleton
public final class JobSpans {

    /** The end of an attempt, and all that it brings about. */
    public void settle(TracedJob job, Runnable work) {
        Optional.ofNullable(job.traceparent())
                .flatMap(TraceParent::find)
                .ifPresentOrElse(place -> Traces.at(place, work), work);
    }
}
