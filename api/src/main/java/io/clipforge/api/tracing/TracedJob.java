package io.clipforge.api.tracing;

import io.clipforge.jobs.JobKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt at a job, as a trace names it.
 *
 * @param traceparent where what asked for the job stands
 */
public record TracedJob(JobKind kind, UUID id, int attempt, @Nullable String traceparent) {}
