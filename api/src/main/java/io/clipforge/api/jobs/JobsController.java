package io.clipforge.api.jobs;

import io.clipforge.api.generated.JobsApi;
import io.clipforge.api.generated.model.Job;
import io.clipforge.api.generated.model.JobKind;
import io.clipforge.api.generated.model.JobPage;
import io.clipforge.api.generated.model.JobStatus;
import io.clipforge.api.http.Paging;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.problems.ApiProblem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class JobsController implements JobsApi {
    private final JobService jobs;
    private final Paging paging;

    JobsController(JobService jobs, Paging paging) {
        this.jobs = jobs;
        this.paging = paging;
    }

    @Override
    public HttpResponse<Job> getJob(String id) {
        return TypeId.JOB
                .find(id)
                .flatMap(jobs::find)
                .<HttpResponse<Job>>map(it -> HttpResponse.ok(JobResources.of(it)))
                .orElseThrow(() -> ApiProblem.notFound("job"));
    }

    @Override
    public HttpResponse<JobPage> listJobs(
            @Nullable JobKind kind,
            @Nullable JobStatus status,
            @Nullable String assetId,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var request = paging.of(limit, cursor, "jobs", kind, status, assetId);
        var found =
                jobs.list(
                        request.after(),
                        kind == null ? null : wireKind(kind),
                        status == null ? null : status.getValue(),
                        assetId == null ? null : requireAsset(assetId),
                        request.probe());
        var page = paging.page(request, found, io.clipforge.api.jobs.Job::id, JobResources::of);
        return HttpResponse.ok(
                new JobPage(page.data(), page.hasMore()).nextCursor(page.nextCursor()));
    }

    @Override
    public HttpResponse<Job> cancelJob(String id) {
        var job = TypeId.JOB.find(id).orElseThrow(() -> ApiProblem.notFound("job"));
        return HttpResponse.ok(JobResources.of(jobs.cancel(job)));
    }

    private static io.clipforge.jobs.JobKind wireKind(JobKind kind) {
        return io.clipforge.jobs.JobKind.valueOf(kind.name());
    }

    private static UUID requireAsset(String assetId) {
        return TypeId.ASSET.find(assetId).orElseThrow(() -> ApiProblem.notFound("asset"));
    }
}
