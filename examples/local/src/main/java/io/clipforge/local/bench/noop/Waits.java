package io.clipforge.local.bench.noop;

import io.clipforge.api.jobs.NewJob;
import io.clipforge.local.bench.Quantiles;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** How long some jobs waited among all that a worker takes, milliseconds from call to start. */
public final class Waits implements Claimer.Starts {
    private final Map<UUID, Long> called = new ConcurrentHashMap<>();
    private final Map<UUID, Double> waits = new ConcurrentHashMap<>();

    /** To be said before the job is submitted. */
    public void follow(NewJob job) {
        called.put(job.id(), System.nanoTime());
    }

    @Override
    public void started(UUID job, long now) {
        var call = called.get(job);
        if (call != null) {
            waits.put(job, (now - call) / 1e6);
        }
    }

    /** Whether every job that is followed has started. */
    public boolean complete() {
        return waits.size() == called.size();
    }

    public Quantiles quantiles() {
        return Quantiles.of(waits.values());
    }
}
