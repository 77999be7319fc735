package io.clipforge.api.jobs;

import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.JobResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides which of some reports count. The first run that is heard of an attempt gets it, whatever
 * it says: its {@code Started} may have been lost. Every other run is refused.
 */
final class ReportBatch {
    private final Map<UUID, RunState> jobs;
    private final Map<UUID, UUID> holders = new HashMap<>();
    private final Map<UUID, JobReport> takers = new LinkedHashMap<>();
    private final Map<UUID, JobReport.Progressed> signs = new LinkedHashMap<>();
    private final Map<UUID, JobResult> results = new LinkedHashMap<>();
    private final Map<UUID, JobOutcome> failures = new LinkedHashMap<>();
    private final List<JobReport> refused = new ArrayList<>();

    /**
     * @param held rows that nobody else changes meanwhile
     */
    ReportBatch(List<RunState> held) {
        jobs = held.stream().collect(Collectors.toMap(RunState::id, Function.identity()));
        for (var job : held) {
            if (job.runId() != null) {
                holders.put(job.id(), job.runId());
            }
        }
    }

    void hear(JobReport report) {
        var job = jobs.get(report.jobId());
        if (job == null || job.attempt() != report.attempt()) {
            refused.add(report);
            return;
        }
        if (job.state() == JobStatus.QUEUED && !holders.containsKey(job.id())) {
            holders.put(job.id(), report.run());
            takers.put(job.id(), report);
        }
        if (!report.run().equals(holders.get(job.id())) || job.state() == JobStatus.CANCELLED) {
            refused.add(report);
        } else if (!job.state().finished() && !ended(job.id())) {
            count(report);
        }
    }

    private void count(JobReport report) {
        switch (report) {
            case JobReport.Started _ -> {}
            case JobReport.Progressed it -> signs.put(it.jobId(), it);
            case JobReport.Ended it -> {
                signs.remove(it.jobId());
                end(it);
            }
        }
    }

    private void end(JobReport.Ended report) {
        if (report.outcome() instanceof JobOutcome.Completed(JobResult result)) {
            results.put(report.jobId(), result);
        } else {
            failures.put(report.jobId(), report.outcome());
        }
    }

    private boolean ended(UUID job) {
        return results.containsKey(job) || failures.containsKey(job);
    }

    /** The report with which each attempt was taken. */
    List<JobReport> takers() {
        return List.copyOf(takers.values());
    }

    /** The latest sign of life of each run that goes on. */
    List<JobReport.Progressed> signs() {
        return List.copyOf(signs.values());
    }

    /** Of the jobs that succeeded. */
    Map<UUID, JobResult> results() {
        return results;
    }

    /** How the other attempts ended, by job. */
    Map<UUID, JobOutcome> failures() {
        return failures;
    }

    List<JobReport> refused() {
        return List.copyOf(refused);
    }

    boolean isPart(UUID job) {
        var held = jobs.get(job);
        return held != null && held.part() != null;
    }
}
