package io.clipforge.api.dispatch;

import io.clipforge.api.json.StoredJson;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** As much of a job as goes on the wire. */
@MappedEntity("jobs")
record ReleasedJob(
        @Id UUID id, String kind, String spec, int attempt, @Nullable String traceparent) {

    JobMessage message() {
        var known = JobKind.find(kind).orElseThrow();
        return new JobMessage(id, attempt, StoredJson.read(spec, known.spec()), traceparent);
    }
}
