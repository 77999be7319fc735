package io.clipforge.api.jobs;

import io.clipforge.api.json.StoredJson;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import java.util.Objects;
import java.util.Optional;

/** A job that another waited for, and that has ended. */
public record Landed(Job job) {

    public <S extends JobSpec> S spec(Class<S> type) {
        return StoredJson.read(Objects.requireNonNull(job.spec()), type);
    }

    /** Empty when it failed. */
    public <R extends JobResult> Optional<R> result(Class<R> type) {
        return Optional.ofNullable(job.result())
                .map(it -> StoredJson.read(it, JobResult.class))
                .map(type::cast);
    }
}
