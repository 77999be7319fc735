package io.clipforge.api.jobs;

import io.clipforge.api.generated.model.JobEvent;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.problems.ApiProblem;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import jakarta.validation.constraints.Size;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A flow as it happens. By hand, since the generated interface knows only bodies that are complete.
 */
@Controller
class JobEventsController {
    private static final int LONGEST_ID = 255;

    private final JobService jobs;
    private final FlowFollowers followers;
    private final Scheduler blocking;

    JobEventsController(
            JobService jobs,
            FlowFollowers followers,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.jobs = jobs;
        this.followers = followers;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Get(uri = "/v1/jobs/{job_id}/events", produces = MediaType.TEXT_EVENT_STREAM)
    @ExecuteOn(TaskExecutors.BLOCKING)
    Publisher<Event<JobEvent>> streamJobEvents(
            @PathVariable("job_id") String id,
            @Header("Last-Event-ID") @Nullable @Size(max = LONGEST_ID) String lastEventId) {
        var job =
                TypeId.JOB
                        .find(id)
                        .flatMap(jobs::find)
                        .orElseThrow(() -> ApiProblem.notFound("job"));
        return Flux.fromStream(followers.follow(job.flowId(), lastEventId)).subscribeOn(blocking);
    }
}
