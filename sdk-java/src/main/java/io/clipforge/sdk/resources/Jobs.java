package io.clipforge.sdk.resources;

import io.clipforge.sdk.Page;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.Job;
import io.clipforge.sdk.model.JobAttempt;
import io.clipforge.sdk.model.JobEvent;
import io.clipforge.sdk.model.JobKind;
import io.clipforge.sdk.model.JobPage;
import io.clipforge.sdk.model.JobStatus;
import io.clipforge.sdk.model.RedriveRequest;
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
     * The attempts that did not bring a job to success, oldest first; none when it succeeded at
     * once.
     */
    public Page<JobAttempt> attempts(String jobId) {
        return transport.page(Call.get("/v1/jobs/{}/attempts", jobId), JobAttempt.class);
    }

    /**
     * Gives a dead job another life, and with it everything its death had cancelled: the ingest or
     * export goes on and can be waited for again.
     *
     * @throws io.clipforge.sdk.errors.ConflictException {@code job_not_redrivable} when it is not
     *     dead, or its flow has gone on without it
     */
    public Job redrive(String jobId) {
        return transport.send(Call.post("/v1/jobs/{}/redrive", jobId), Job.class);
    }

    /** Redrives up to 100 dead jobs of any kind, oldest first. */
    public JobPage redriveAll() {
        return redriveAll(new RedriveRequest());
    }

    /**
     * Redrives dead jobs, oldest first.
     *
     * @param which their kind, any when not set, and how many at most: 1…100, 100 when not set
     * @return those that are queued again; {@code hasMore} tells whether more dead ones were found.
     *     Some may stay dead because their flows went on without them, so a loop over many calls
     *     ends when one brings no job
     */
    public JobPage redriveAll(RedriveRequest which) {
        return transport.send(Call.post("/v1/jobs/redrive").json(which), JobPage.class);
    }

    /**
     * Follows every job of the flow that a job belongs to, until the flow ends. A long asset is
     * worked on in parts, so there may be many jobs of one kind: the one that waits for the others
     * joins them. A stream that is cut is taken up where it broke; where streams do not get
     * through, the jobs are asked for instead. The listener may hear a state twice. An interrupt
     * ends the following.
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
