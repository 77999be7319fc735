package io.clipforge.api;

import io.clipforge.api.json.StoredJson;
import io.clipforge.api.storage.ObjectStore;
import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Part;
import io.clipforge.jobs.Quality;
import io.clipforge.jobs.RankedMoments;
import io.clipforge.jobs.Transcript;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A worker that is played by the test: it takes real messages from the real queue and reports what
 * the test wants it to, with documents that are small and right.
 */
final class Worker {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Customer customer;
    private final JobQueue queue = ControlPlane.bean(JobQueue.class);
    private final ObjectStore store = ControlPlane.bean(ObjectStore.class);

    /** Works for one customer: messages that other tests left behind are passed over. */
    Worker(Customer customer) {
        this.customer = customer;
    }

    Claim take(JobKind kind) {
        return find(kind, PATIENCE)
                .orElseThrow(() -> new AssertionError("no " + kind + " job came"));
    }

    boolean nothingToTake(JobKind kind) {
        return find(kind, Duration.ofMillis(300)).isEmpty();
    }

    private Optional<Claim> find(JobKind kind, Duration patience) {
        while (true) {
            var claims = queue.claim(List.of(kind), 1, "test", patience);
            if (claims.isEmpty()) {
                return Optional.empty();
            }
            if (isOurs(claims.getFirst())) {
                return Optional.of(claims.getFirst());
            }
        }
    }

    private boolean isOurs(Claim claim) {
        return claim.message().spec().outputPrefix().startsWith(customer.organization.toString());
    }

    void finish(Claim claim) {
        end(claim, new JobOutcome.Completed(result(claim)));
    }

    /** Ends an ingest of a long asset. */
    void finishInParts(Claim claim, List<Part> parts) {
        var prefix = claim.message().spec().outputPrefix() + claim.run() + "/";
        var spec = (JobSpec.Ingest) claim.message().spec();
        end(claim, new JobOutcome.Completed(ingested(spec, prefix, parts)));
    }

    void end(Claim claim, JobOutcome outcome) {
        var message = claim.message();
        queue.report(
                JobKind.find(message.spec().kind()).orElseThrow(),
                new JobReport.Ended(message.jobId(), message.attempt(), claim.run(), outcome));
    }

    /** Does every job of an ingest. */
    void ingest() {
        for (var kind :
                List.of(JobKind.INGEST, JobKind.TRANSCRIBE, JobKind.ANALYZE, JobKind.RANK)) {
            finish(take(kind));
        }
    }

    private JobResult result(Claim claim) {
        var prefix = claim.message().spec().outputPrefix() + claim.run() + "/";
        return switch (claim.message().spec()) {
            case JobSpec.Ingest it -> ingested(it, prefix, List.of());
            case JobSpec.Transcribe _ ->
                    new JobResult.Transcribed(
                            keep(prefix + "transcript.json", transcript()), "en", "test", 2);
            case JobSpec.Analyze _ ->
                    new JobResult.Analyzed(keep(prefix + "analysis.json", analysis()), 2);
            case JobSpec.Rank _ ->
                    new JobResult.Ranked(
                            keep(prefix + "moments.json", moments()), 3, prefix + "overview.svg");
            case JobSpec.Render it -> rendered(it, prefix);
        };
    }

    private static JobResult ingested(JobSpec.Ingest spec, String prefix, List<Part> parts) {
        var source =
                switch (spec.source()) {
                    case JobSpec.Source.Stored(String key, _, _) -> key;
                    case JobSpec.Source.Url _, JobSpec.Source.Sample _ -> prefix + "source";
                };
        return new JobResult.Ingested(
                new JobResult.MediaFacts(30_000, 1_000, "mp4", 1280, 720, 25.0, "h264", "aac"),
                source,
                prefix + "audio.wav",
                prefix + "proxy.mp4",
                prefix + "poster.jpg",
                prefix + "waveform.json",
                parts);
    }

    private static JobResult rendered(JobSpec.Render spec, String prefix) {
        return new JobResult.Rendered(
                spec.ratios().stream()
                        .map(it ->
                                new JobResult.Rendition(
                                        it,
                                        it.width(),
                                        it.height(),
                                        spec.endMs() - spec.startMs(),
                                        1_000,
                                        prefix + "clip.mp4",
                                        prefix + "clip.srt",
                                        prefix + "clip.vtt",
                                        prefix + "clip.jpg",
                                        -14.0,
                                        -1.5,
                                        quality(),
                                        prefix + "clip-sheet.jpg"))
                        .toList());
    }

    private static Quality quality() {
        return new Quality(
                Quality.Verdict.WARN,
                List.of(
                        new Quality.Check(
                                "black_picture",
                                Quality.Verdict.WARN,
                                1.5,
                                0.5,
                                "s",
                                "The picture is black for 1.5 s.")));
    }

    private static Transcript transcript() {
        return new Transcript(
                "en",
                "test",
                List.of(
                        new Transcript.Word("Hello", 0, 400, null, 0.9),
                        new Transcript.Word("there.", 500, 900, "Ann", null)),
                List.of(new Transcript.Sentence(0, 2)));
    }

    private static Analysis analysis() {
        return new Analysis(
                List.of(new Analysis.Shot(0, 10_000), new Analysis.Shot(10_000, 30_000)),
                List.of(),
                100,
                List.of(-20.0));
    }

    private static RankedMoments.Moment moment(
            long startMs,
            long endMs,
            double score,
            String title,
            List<RankedMoments.Reason> reasons) {
        return new RankedMoments.Moment(
                startMs,
                endMs,
                score,
                title,
                reasons,
                "reactions-en",
                -0.5,
                0.125,
                List.of("#clips"));
    }

    private static RankedMoments moments() {
        var reason = new RankedMoments.Reason("question", 1, 0.5, 0.5);
        return new RankedMoments(
                List.of(
                        moment(0, 9_000, 0.9, "First", List.of(reason)),
                        moment(9_000, 18_000, 0.7, "Second", List.of(reason)),
                        moment(18_000, 30_000, 0.5, "Third", List.of())));
    }

    private String keep(String key, Object document) {
        store.put(
                key,
                StoredJson.text(document).getBytes(StandardCharsets.UTF_8),
                "application/json");
        return key;
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
