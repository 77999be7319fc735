package io.clipforge.api.ingests;

import io.clipforge.api.assets.Asset;
import io.clipforge.api.jobs.Landed;
import io.clipforge.api.jobs.NewJob;
import io.clipforge.api.tenancy.Tenants;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.JobSpec.SuppliedTranscript;
import io.clipforge.jobs.JobSpec.SuppliedTranscript.Format;
import io.clipforge.jobs.Part;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each step of the flow is asked to do. */
@Singleton
class FlowSpecs {
    private static final long MIN_CLIP_MS = 8_000;
    private static final long MAX_CLIP_MS = 60_000;
    private static final int MAX_MOMENTS = 12;
    private static final int TRANSCRIBE_AND_ANALYZE = 2;

    private final Tenants tenants;

    FlowSpecs(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Rank, and all that it waits for. */
    List<NewJob> afterIngest(
            Ingest ingest, Asset asset, JobResult.Ingested found, NewJob.Flow flow) {
        var jobs = new ArrayList<NewJob>();
        var rank = NewJob.waiting(JobKind.RANK, flow, TRANSCRIBE_AND_ANALYZE);
        jobs.add(rank);
        // a transcript that has its times takes none
        var supplied = supplied(ingest);
        boolean timed = supplied != null && supplied.format() != Format.TXT;
        var spoken = timed ? List.<Part>of() : found.parts();
        jobs.addAll(
                split(
                        JobKind.TRANSCRIBE,
                        rank,
                        found,
                        spoken,
                        it -> transcribe(ingest, asset, found, it)));
        jobs.addAll(
                split(
                        JobKind.ANALYZE,
                        rank,
                        found,
                        found.parts(),
                        it -> analyze(asset, found, it)));
        return jobs;
    }

    /**
     * One job for the whole, or one for each part and one that joins them.
     *
     * @param spec for a part, or for no part: the whole
     */
    private static List<NewJob> split(
            JobKind kind,
            NewJob rank,
            JobResult.Ingested found,
            List<Part> parts,
            Function<@Nullable Part, JobSpec> spec) {
        long length = Math.max(1, found.media().durationMs());
        if (parts.isEmpty()) {
            return List.of(NewJob.of(spec.apply(null), rank.flow()).under(rank).withWork(length));
        }
        var whole = NewJob.waiting(kind, rank.flow(), parts.size()).under(rank);
        var jobs = new ArrayList<>(List.of(whole));
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            jobs.add(
                    NewJob.of(spec.apply(part), rank.flow())
                            .under(whole)
                            .asPart(i)
                            .withWork(part.endMs() - part.startMs()));
        }
        return jobs;
    }

    private JobSpec.Transcribe transcribe(
            Ingest ingest, Asset asset, JobResult.Ingested found, @Nullable Part part) {
        return new JobSpec.Transcribe(
                ingest.assetId(),
                found.audioKey(),
                part,
                List.of(),
                part == null ? supplied(ingest) : null,
                ingest.options().getLanguage(),
                ingest.options().getVocabulary(),
                part == null ? speakers(ingest) : null,
                translated(ingest),
                prefix(ingest.assetId()),
                asset.trial(JobKind.TRANSCRIBE));
    }

    private static JobSpec.@Nullable Speakers speakers(Ingest ingest) {
        var options = ingest.options();
        return Boolean.TRUE.equals(options.getDiarize())
                ? new JobSpec.Speakers(options.getSpeakers())
                : null;
    }

    private static boolean translated(Ingest ingest) {
        return Boolean.TRUE.equals(ingest.options().getTranslate());
    }

    JobSpec.Transcribe joinTranscripts(Ingest ingest, Asset asset, List<Landed> parts) {
        var keys =
                parts.stream()
                        .map(it -> it.result(JobResult.Transcribed.class).orElseThrow())
                        .map(JobResult.Transcribed::transcriptKey)
                        .toList();
        return new JobSpec.Transcribe(
                asset.id(),
                Objects.requireNonNull(asset.audioKey()),
                null,
                keys,
                supplied(ingest),
                ingest.options().getLanguage(),
                null,
                speakers(ingest),
                translated(ingest),
                prefix(asset.id()),
                asset.trial(JobKind.TRANSCRIBE));
    }

    private static @Nullable SuppliedTranscript supplied(Ingest ingest) {
        return ingest.suppliedKey() == null
                ? null
                : new SuppliedTranscript(
                        ingest.suppliedKey(),
                        Format.valueOf(Objects.requireNonNull(ingest.suppliedFormat())));
    }

    private JobSpec.Analyze analyze(Asset asset, JobResult.Ingested found, @Nullable Part part) {
        return new JobSpec.Analyze(
                asset.id(),
                found.proxyKey(),
                found.audioKey(),
                part,
                List.of(),
                prefix(asset.id()),
                asset.trial(JobKind.ANALYZE));
    }

    /** A part that could not be analysed leaves a hole. */
    JobSpec.Analyze joinAnalyses(Asset asset, List<Landed> parts) {
        var joined =
                parts.stream()
                        .map(it ->
                                new JobSpec.AnalyzedPart(
                                        Objects.requireNonNull(
                                                it.spec(JobSpec.Analyze.class).part()),
                                        it.result(JobResult.Analyzed.class)
                                                .map(JobResult.Analyzed::analysisKey)
                                                .orElse(null)))
                        .toList();
        return new JobSpec.Analyze(
                asset.id(),
                asset.proxyKey(),
                Objects.requireNonNull(asset.audioKey()),
                null,
                joined,
                prefix(asset.id()),
                asset.trial(JobKind.ANALYZE));
    }

    JobSpec.Rank rank(Ingest ingest, Asset asset) {
        var options = ingest.options();
        long max = Objects.requireNonNullElse(options.getMaxClipMs(), MAX_CLIP_MS);
        long min = Objects.requireNonNullElse(options.getMinClipMs(), Math.min(MIN_CLIP_MS, max));
        return new JobSpec.Rank(
                asset.id(),
                asset.durationMs(),
                Objects.requireNonNull(asset.transcriptKey()),
                Objects.requireNonNull(asset.analysisKey()),
                ingest.chatKey(),
                min,
                Math.max(min, max),
                Objects.requireNonNullElse(options.getMaxMoments(), MAX_MOMENTS),
                prefix(asset.id()),
                asset.trial(JobKind.RANK));
    }

    private String prefix(UUID assetId) {
        return tenants.current().orgId() + "/assets/" + assetId + "/";
    }
}
