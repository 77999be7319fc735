package io.clipforge.sdk.resources;

import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Deadline;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.Export;
import io.clipforge.sdk.model.FlowStatus;
import io.clipforge.sdk.model.Ingest;
import io.clipforge.sdk.model.Job;
import io.clipforge.sdk.model.JobEvent;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Follows a flow by asking: the twin of the event stream for networks that do not let one through.
 */
final class JobPolling {
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final Transport transport;
    private final Jobs jobs;
    private final Deadline deadline;
    private final Map<String, List<?>> heard = new HashMap<>();

    JobPolling(Transport transport, Jobs jobs, Deadline deadline) {
        this.transport = transport;
        this.jobs = jobs;
        this.deadline = deadline;
    }

    JobEvent follow(String jobId, Consumer<JobEvent> listener) {
        while (true) {
            Job followed = jobs.get(jobId);
            // asked before the jobs, so that their states are never older than it
            FlowStatus flow = flow(followed);
            List<Job> all = flowOf(followed);
            all.stream().filter(this::changed).forEach(job -> listener.accept(event(job, flow)));
            if (flow != FlowStatus.RUNNING) {
                return event(all.get(all.size() - 1), flow);
            }
            transport.retries().sleep(deadline.bound(INTERVAL));
        }
    }

    private FlowStatus flow(Job job) {
        if (job.getIngestId() != null) {
            return Ingests.flow(
                    transport.send(Call.get("/v1/ingests/{}", job.getIngestId()), Ingest.class));
        }
        if (job.getExportId() != null) {
            return Exports.flow(
                    transport.send(Call.get("/v1/exports/{}", job.getExportId()), Export.class));
        }
        return switch (job.getStatus()) {
            case WAITING, SCHEDULED, QUEUED, RUNNING -> FlowStatus.RUNNING;
            case SUCCEEDED -> FlowStatus.SUCCEEDED;
            case FAILED, DEAD -> FlowStatus.FAILED;
            case CANCELLED -> FlowStatus.CANCELLED;
            case UNKNOWN -> FlowStatus.UNKNOWN;
        };
    }

    /** The jobs of the same flow in the order of their last change. */
    private List<Job> flowOf(Job followed) {
        if (followed.getIngestId() == null || followed.getAssetId() == null) {
            return List.of(jobs.get(followed.getId()));
        }
        return jobs.list(new Jobs.Filter().assetId(followed.getAssetId()).limit(100)).stream()
                .filter(job -> followed.getIngestId().equals(job.getIngestId()))
                .sorted(Comparator.comparing(Job::getUpdatedAt))
                .toList();
    }

    private boolean changed(Job job) {
        // the estimate drifts with the clock, so it alone is no news
        List<?> state =
                Arrays.asList(
                        job.getStatus(), job.getStage(), job.getProgress(), job.getQueuePosition());
        return !Objects.equals(heard.put(job.getId(), state), state);
    }

    private JobEvent event(Job job, FlowStatus flow) {
        return new JobEvent()
                .id("")
                .jobId(job.getId())
                .kind(job.getKind())
                .status(job.getStatus())
                .stage(job.getStage())
                .queuePosition(job.getQueuePosition())
                .eta(job.getEta())
                .progress(job.getProgress())
                .flowStatus(flow)
                .problem(job.getProblem())
                .timestamp(transport.clock().instant().atOffset(ZoneOffset.UTC));
    }
}
