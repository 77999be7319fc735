package io.clipforge.local.demo;

import io.clipforge.sdk.model.Job;
import io.clipforge.sdk.model.JobKind;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How long each stage took, in seconds.
 *
 * @param setup packages, the build, and the sample when one was made
 * @param boot until the platform answered
 * @param transcribe beside analyze, so the two do not add up; all parts of a long asset together
 * @param render all exports, from the first start to the last end
 * @param total setup, boot, and everything done for this file
 */
record Timings(
        double setup,
        double boot,
        double upload,
        double ingest,
        double transcribe,
        double analyze,
        double rank,
        double render,
        double total) {
    /**
     * @param jobs of one asset
     */
    static Timings of(double setup, double boot, double upload, double file, Collection<Job> jobs) {
        return new Timings(
                setup,
                boot,
                upload,
                span(jobs, JobKind.INGEST),
                span(jobs, JobKind.TRANSCRIBE),
                span(jobs, JobKind.ANALYZE),
                span(jobs, JobKind.RANK),
                span(jobs, JobKind.RENDER),
                Math.round(1000 * (setup + boot + file)) / 1000.0);
    }

    Map<String, Double> byStage() {
        var stages = new LinkedHashMap<String, Double>();
        stages.put("setup", setup);
        stages.put("boot", boot);
        stages.put("upload", upload);
        stages.put("ingest", ingest);
        stages.put("transcribe", transcribe);
        stages.put("analyze", analyze);
        stages.put("rank", rank);
        stages.put("render", render);
        stages.put("total", total);
        return stages;
    }

    private static double span(Collection<Job> jobs, JobKind kind) {
        var ofKind = jobs.stream().filter(it -> it.getKind() == kind).toList();
        var start = times(ofKind.stream().map(Job::getStartedAt).toList());
        var end = times(ofKind.stream().map(Job::getFinishedAt).toList());
        return start.isEmpty() || end.isEmpty()
                ? 0
                : Seconds.of(start.getFirst().until(end.getLast(), ChronoUnit.MILLIS));
    }

    private static List<OffsetDateTime> times(List<OffsetDateTime> times) {
        return times.stream().filter(Objects::nonNull).sorted(Comparator.naturalOrder()).toList();
    }
}
