package io.clipforge.api.jobs;

import io.clipforge.api.generated.JobsApi;
import io.clipforge.api.generated.model.Job;
import io.clipforge.api.generated.model.JobAttemptPage;
import io.clipforge.api.generated.model.JobKind;
import io.clipforge.api.generated.model.JobPage;
import io.clipforge.api.generated.model.JobStatus;
import io.clipforge.api.generated.model.RedriveRequest;
import io.clipforge.api.http.Paging;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.problems.ApiProblem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class JobsController implements JobsApi {
    private static final int MOST_REDRIVEN = 100;

    private final JobService jobs;
    private final JobRequests requests;
    private final Forecasts forecasts;
    private final Paging paging;

    JobsController(JobService jobs, JobRequests requests, Forecasts forecasts, Paging paging) {
        this.jobs = jobs;
        this.requests = requests;
        this.forecasts = forecasts;
        this.paging = paging;
    }

    @Override
    public HttpResponse<Job> getJob(String id) {
        return HttpResponse.ok(resource(jobs.get(require(id))));
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
                        request.before(),
                        kind == null ? null : wireKind(kind),
                        status == null ? null : status.getValue(),
                        assetId == null ? null : requireAsset(assetId),
                        request.probe());
        var page = paging.page(request, found, io.clipforge.api.jobs.Job::id, this::resource);
        return HttpResponse.ok(
                new JobPage(page.data(), page.hasMore()).nextCursor(page.nextCursor()));
    }

    @Override
    public HttpResponse<Job> cancelJob(String id) {
        return HttpResponse.ok(JobResources.of(requests.cancel(require(id))));
    }

    @Override
    public HttpResponse<JobAttemptPage> listJobAttempts(String id) {
        var attempts = jobs.attempts(jobs.get(require(id)).id());
        return HttpResponse.ok(
                new JobAttemptPage(attempts.stream().map(JobResources::attempt).toList(), false));
    }

    @Override
    public HttpResponse<Job> redriveJob(String id) {
        return HttpResponse.ok(resource(requests.redrive(require(id))));
    }

    /** Each in a transaction of its own; one that cannot be redriven is passed over. */
    @Override
    public HttpResponse<JobPage> redriveJobs(RedriveRequest body) {
        int limit = Objects.requireNonNullElse(body.getLimit(), MOST_REDRIVEN);
        var kind = body.getKind() == null ? null : wireKind(body.getKind());
        var dead = jobs.dead(kind, limit + 1);
        var redriven = new ArrayList<Job>();
        for (var job : dead.subList(0, Math.min(limit, dead.size()))) {
            requests.redriveOneOfMany(job.id()).map(this::resource).ifPresent(redriven::add);
        }
        return HttpResponse.ok(new JobPage(redriven, dead.size() > limit));
    }

    private Job resource(io.clipforge.api.jobs.Job job) {
        return JobResources.of(job, forecasts.of(job));
    }

    private static UUID require(String id) {
        return TypeId.JOB.find(id).orElseThrow(() -> ApiProblem.notFound("job"));
    }

    private static io.clipforge.jobs.JobKind wireKind(JobKind kind) {
        return io.clipforge.jobs.JobKind.valueOf(kind.name());
    }

    private static UUID requireAsset(String assetId) {
        return TypeId.ASSET.find(assetId).orElseThrow(() -> ApiProblem.notFound("asset"));
    }
}
