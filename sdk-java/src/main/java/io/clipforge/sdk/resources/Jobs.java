package io.clipforge.sdk.resources;

import io.clipforge.sdk.Page;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.Job;
import io.clipforge.sdk.model.JobEvent;
import io.clipforge.sdk.model.JobKind;
import io.clipforge.sdk.model.JobStatus;
import java.util.function.Consumer;

/** The work behind ingests and exports. */
public final class Jobs {
    private final Transport transport;

    public Jobs(Transport transport) {
        this.transport = transport;
    }

    /** The jobs, newest first. */
    public Page<Job> list() {
        return list(new Filter());
    }

    /** The jobs that pass the filter, newest first. */
    public Page<Job> list(Filter filter) {
        return transport.page(filter.on(Call.get("/v1/jobs")), Job.class);
    }

    /** One job. */
    public Job get(String jobId) {
        return transport.send(Call.get("/v1/jobs/{}", jobId), Job.class);
    }

    /**
     * Cancels a job and the ingest or export it belongs to.
     *
     * @throws io.clipforge.sdk.errors.ConflictException when it has already ended
     */
    public Job cancel(String jobId) {
        return transport.send(Call.post("/v1/jobs/{}/cancel", jobId).repeatable(), Job.class);
    }

    /**
     * Follows every job of the flow that a job belongs to, until the flow ends. A stream that is
     * cut is taken up where it broke; where streams do not get through, the jobs are asked for
     * instead. The listener may hear a state twice. An interrupt ends the following.
     *
     * @return the last event; its {@code flowStatus} says how the flow ended
     */
    public JobEvent follow(String jobId, Consumer<JobEvent> listener) {
        return follower().follow(jobId, listener);
    }

    JobFollower follower() {
        return new JobFollower(transport, this);
    }

    /** Which jobs to list. */
    public static final class Filter extends ListFilter<Filter> {
        public Filter kind(JobKind kind) {
            return with("kind", kind);
        }

        public Filter status(JobStatus status) {
            return with("status", status);
        }

        public Filter assetId(String assetId) {
            return with("asset_id", assetId);
        }

        @Override
        Filter self() {
            return this;
        }
    }
}
