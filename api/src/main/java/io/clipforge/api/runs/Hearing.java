package io.clipforge.api.runs;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.Lease;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How well this replica hears the workers. Who could not be heard must not be called silent: after
 * the queue was away, everyone gets a whole lease to speak up again.
 */
@Singleton
class Hearing {
    private final Map<JobKind, Ear> ears = new ConcurrentHashMap<>();

    /**
     * @param since when the queue began to answer without interruption
     * @param caughtUp all that was said before this has been applied
     */
    private record Ear(long since, long caughtUp) {}

    /** Everything that was said before this moment has been applied. */
    void caughtUp(JobKind kind, long nanoTime) {
        ears.merge(kind, new Ear(nanoTime, nanoTime), (ear, _) -> new Ear(ear.since(), nanoTime));
    }

    void deaf(JobKind kind) {
        ears.remove(kind);
    }

    /**
     * For how many milliseconds nothing was heard that is not applied yet; empty while silence
     * means nothing.
     */
    OptionalLong unheardMs(JobKind kind) {
        var ear = ears.get(kind);
        if (ear == null || System.nanoTime() - ear.since() < Lease.TERM.toNanos()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Duration.ofNanos(System.nanoTime() - ear.caughtUp()).toMillis());
    }
}
