package io.clipforge.api.limits;

import io.clipforge.api.problems.ApiProblem;
import io.github.bucket4j.ConsumptionProbe;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Grants what the policies allow, over all replicas together; each by itself while Redis is away.
 */
@Singleton
public class Limits {
    private final Quotas quotas;
    private final SharedBuckets shared;
    private final LocalBuckets local;

    Limits(Quotas quotas, SharedBuckets shared, LocalBuckets local) {
        this.quotas = quotas;
        this.shared = shared;
        this.local = local;
    }

    /**
     * Takes one for the request in hand, whose answer then tells of the policy.
     *
     * @param subject who is limited: an id or an address
     * @throws ApiProblem {@code quota_exceeded}, when there is none left
     */
    public void take(Policy policy, String subject) {
        var taken = ask(policy, subject).join();
        ServerRequestContext.currentRequest().ifPresent(it -> RequestLimits.note(it, taken));
        require(taken);
    }

    /**
     * For what is counted elsewhere.
     *
     * @param subject whose use it is
     * @param used how many were used so far
     * @param reset when the count begins again
     * @return how many are left
     * @throws ApiProblem {@code quota_exceeded}, when none is left
     */
    public long require(Policy policy, String subject, long used, Duration reset) {
        var taken = Taken.of(policy, quotas.of(policy), subject, used, reset);
        ServerRequestContext.currentRequest().ifPresent(it -> RequestLimits.note(it, taken));
        require(taken);
        return taken.remaining();
    }

    static void require(Taken taken) {
        if (!taken.granted()) {
            throw ApiProblem.quotaExceeded(
                    "The limit %s of %d in %d seconds is reached."
                            .formatted(
                                    taken.policy().text(),
                                    taken.quota().quota(),
                                    taken.quota().window().toSeconds()),
                    List.of(taken.policy().text()),
                    taken.retryAfter());
        }
    }

    /** Never fails. */
    CompletableFuture<Taken> ask(Policy policy, String subject) {
        var key = new BucketKey(policy, subject);
        if (!shared.within()) {
            return CompletableFuture.completedFuture(taken(key, local.take(key)));
        }
        return shared.take(key)
                .handle((probe, failure) -> {
                    if (failure == null) {
                        shared.answered();
                        return taken(key, probe);
                    }
                    shared.failed(failure);
                    return taken(key, local.take(key));
                });
    }

    /** For a request that turned out to cost nothing. */
    Taken giveBack(Taken taken) {
        var key = new BucketKey(taken.policy(), taken.subject());
        if (shared.within()) {
            shared.giveBack(key);
        } else {
            local.giveBack(key);
        }
        return taken.returned();
    }

    private Taken taken(BucketKey key, ConsumptionProbe probe) {
        return Taken.of(key.policy(), quotas.of(key.policy()), key.subject(), probe);
    }
}
