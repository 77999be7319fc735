package io.clipforge.api.ingests;

import io.clipforge.api.generated.model.IngestOptions;
import io.clipforge.api.generated.model.NewIngest;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.ids.UuidV7;
import io.clipforge.api.jobs.JobFlows;
import io.clipforge.api.jobs.JobService;
import io.clipforge.api.jobs.NewJob;
import io.clipforge.api.jobs.Urgency;
import io.clipforge.api.jobs.WithJob;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.api.tenancy.Tenants;
import io.clipforge.api.usage.MonthlyMinutes;
import io.clipforge.jobs.JobSpec;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accepts ingests and finds them again. */
@Singleton
class IngestService {
    private final Ingests ingests;
    private final IngestSources sources;
    private final JobService jobs;
    private final JobFlows flows;
    private final IngestSettings settings;
    private final MonthlyMinutes minutes;
    private final Tenants tenants;

    IngestService(
            Ingests ingests,
            IngestSources sources,
            JobService jobs,
            JobFlows flows,
            IngestSettings settings,
            MonthlyMinutes minutes,
            Tenants tenants) {
        this.ingests = ingests;
        this.sources = sources;
        this.jobs = jobs;
        this.flows = flows;
        this.settings = settings;
        this.minutes = minutes;
        this.tenants = tenants;
    }

    /** Ingest, asset and job commit together. */
    @TenantTransactional
    WithJob<Ingest> create(NewIngest wanted) {
        minutes.require();
        var projectId =
                TypeId.PROJECT.find(wanted.getProjectId()).orElseThrow(IngestService::noProject);
        var source = sources.resolve(wanted.getSource());
        var magic = source.magic();
        var options = Objects.requireNonNullElseGet(wanted.getOptions(), IngestOptions::new);
        requireOrder(options);
        requireSomethingToTranslate(options);
        var id = UuidV7.next();
        var assetId = UuidV7.next();
        var prefix = tenants.current().orgId() + "/assets/" + assetId + "/";
        var files = IngestSources.files(options, magic, prefix);
        var spec =
                new JobSpec.Ingest(
                        assetId,
                        source.spec(),
                        settings.partLength().toMillis(),
                        prefix,
                        magic == null ? null : magic.trial());
        var priority = Urgency.of(wanted.getPriority());
        var job =
                jobs.submit(
                        NewJob.of(spec, NewJob.Flow.ofIngest(id, assetId, priority))
                                .notBefore(Times.instantOrNull(wanted.getRunAt())));
        var transcript = files.transcript();
        var ingest =
                ingests
                        .add(
                                id,
                                projectId,
                                assetId,
                                job.id(),
                                source.filename(),
                                magic == null ? null : magic.scenario().text(),
                                wanted.getSource(),
                                withoutFiles(options),
                                transcript == null ? null : transcript.key(),
                                transcript == null ? null : transcript.format().name(),
                                files.chatKey(),
                                Objects.requireNonNullElse(wanted.getMetadata(), Map.of()))
                        .stream()
                        .findFirst()
                        .orElseThrow(IngestService::noProject);
        sources.keep(files, options, magic);
        return new WithJob<>(ingest, job);
    }

    @TenantTransactional
    Ingest get(String id) {
        return TypeId.INGEST
                .find(id)
                .flatMap(ingests::find)
                .orElseThrow(() -> ApiProblem.notFound("ingest"));
    }

    @TenantTransactional
    List<Ingest> list(UUID before, @Nullable UUID projectId, @Nullable String status, int limit) {
        return ingests.list(before, projectId, status, limit);
    }

    @TenantTransactional
    Ingest cancel(String id) {
        flows.cancel(get(id).jobId());
        return get(id);
    }

    private static ApiProblem noProject() {
        return ApiProblem.notFound("project");
    }

    private static void requireOrder(IngestOptions options) {
        var min = options.getMinClipMs();
        var max = options.getMaxClipMs();
        if (min != null && max != null && min > max) {
            throw ApiProblem.invalid(
                    "/options/max_clip_ms",
                    "out_of_range",
                    "The longest moment must not be shorter than the shortest.");
        }
    }

    private static void requireSomethingToTranslate(IngestOptions options) {
        if (Boolean.TRUE.equals(options.getTranslate()) && options.getTranscript() != null) {
            throw ApiProblem.invalid(
                    "/options/translate",
                    "not_translated",
                    "A transcript of your own is not translated.");
        }
    }

    /**
     * Transcript and chat lie in the object store; the options that are shown do not repeat them.
     */
    private static IngestOptions withoutFiles(IngestOptions options) {
        return new IngestOptions()
                .language(options.getLanguage())
                .vocabulary(options.getVocabulary())
                .translate(options.getTranslate())
                .diarize(options.getDiarize())
                .speakers(options.getSpeakers())
                .minClipMs(options.getMinClipMs())
                .maxClipMs(options.getMaxClipMs())
                .maxMoments(options.getMaxMoments());
    }
}
