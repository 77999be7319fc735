package io.clipforge.fleet;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobQueue;
import io.clipforge.jobs.JobQueue.QueueUnavailableException;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether this fleet can take jobs; one that cannot need not be restarted, only looked at. */
@Singleton
@Readiness
final class FleetHealth extends AbstractHealthIndicator<Map<String, Object>> {
    private final JobQueue queue;
    private final JobLoop loop;
    private final Capacity capacity;
    private final FleetSettings settings;

    FleetHealth(JobQueue queue, JobLoop loop, Capacity capacity, FleetSettings settings) {
        this.queue = queue;
        this.loop = loop;
        this.capacity = capacity;
        this.settings = settings;
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        boolean answers = answers(capacity.kinds());
        healthStatus = answers && !loop.stopping() ? HealthStatus.UP : HealthStatus.DOWN;
        var facts = new LinkedHashMap<String, Object>();
        facts.put("queueAnswers", answers);
        facts.put("draining", loop.stopping());
        facts.put("kinds", capacity.kinds().stream().map(FleetSettings::name).toList());
        facts.put("slots", capacity.slots());
        facts.put("slotsUsed", capacity.slotsUsed());
        facts.put("memoryMib", capacity.memoryMib());
        facts.put("memoryMibUsed", capacity.memoryMibUsed());
        facts.put("gpu", settings.gpu());
        return facts;
    }

    /** Asks now: a loop whose slots are all taken has not asked for a while. */
    private boolean answers(List<JobKind> kinds) {
        try {
            kinds.forEach(queue::standing);
            return true;
        } catch (QueueUnavailableException _) {
            return false;
        }
    }

    @Override
    protected String getName() {
        return "fleet";
    }
}
