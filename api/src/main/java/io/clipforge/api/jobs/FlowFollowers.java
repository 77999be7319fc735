package io.clipforge.api.jobs;

import io.clipforge.api.generated.model.JobEvent;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenants;
import io.micronaut.http.sse.Event;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows flows on behalf of callers. */
@Singleton
class FlowFollowers {
    private final JobService jobs;
    private final Forecasts forecasts;
    private final Tenants tenants;

    FlowFollowers(JobService jobs, Forecasts forecasts, Tenants tenants) {
        this.jobs = jobs;
        this.forecasts = forecasts;
        this.tenants = tenants;
    }

    /** Endless until the flow ends; each element may take a while to come. */
    Stream<Event<JobEvent>> follow(UUID flowId, @Nullable String lastEventId) {
        Tenant tenant = tenants.current();
        var follower =
                new FlowFollower(
                        () -> tenants.call(tenant, () -> jobs.flow(flowId)),
                        job -> tenants.call(tenant, () -> forecasts.of(job)),
                        change(lastEventId));
        return Stream.generate(follower::next).takeWhile(it -> !it.isEmpty()).flatMap(List::stream);
    }

    /** What cannot be an id of ours starts from the beginning. */
    private static long change(@Nullable String lastEventId) {
        try {
            return lastEventId == null ? 0 : Long.parseLong(lastEventId);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
