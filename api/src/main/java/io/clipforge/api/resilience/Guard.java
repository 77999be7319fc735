package io.clipforge.api.resilience;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Stands before one server. While it answers, calls pass. When half of the last ten failed it is
 * left be: calls are refused at once, and every second a few are let through to see whether it is
 * back. More calls at a time than it is meant to bear are refused too. How long a call may take is
 * up to the client that makes it.
 */
public final class Guard {
    private static final int WINDOW = 10;
    private static final int FEWEST = 5;
    private static final int PROBES = 2;
    private static final int REPETITIONS = 20;
    private static final Duration REST = Duration.ofSeconds(1);

    /** A call that took longer has used up its caller's patience. */
    private static final Duration QUICK = Duration.ofMillis(200);

    private final String name;
    private final Predicate<RuntimeException> away;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final RetryBudget budget = new RetryBudget(REPETITIONS);

    /**
     * @param name for people
     * @param atOnce how many calls may be under way
     * @param away tells failures of the server from refusals, which are answers
     */
    public Guard(String name, int atOnce, Predicate<RuntimeException> away) {
        this.name = name;
        this.away = away;
        this.breaker =
                CircuitBreaker.of(
                        name,
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(WINDOW)
                                .minimumNumberOfCalls(FEWEST)
                                .waitDurationInOpenState(REST)
                                .permittedNumberOfCallsInHalfOpenState(PROBES)
                                .recordException(
                                        it -> it instanceof RuntimeException e && away.test(e))
                                .build());
        this.bulkhead =
                Bulkhead.of(
                        name,
                        BulkheadConfig.custom()
                                .maxConcurrentCalls(atOnce)
                                .maxWaitDuration(Duration.ZERO)
                                .build());
    }

    /**
     * Calls once.
     *
     * @throws AwayException when the server is away or left be
     */
    public <T> T call(Supplier<T> call) {
        try {
            var answer = bulkhead.executeSupplier(() -> breaker.executeSupplier(call));
            budget.earn();
            return answer;
        } catch (CallNotPermittedException | BulkheadFullException e) {
            throw new AwayException(name, e);
        } catch (RuntimeException e) {
            throw away.test(e) ? new AwayException(name, e) : e;
        }
    }

    /**
     * Calls what may be done twice: a call that fails quickly is repeated while the budget lasts.
     */
    public <T> T repeatable(Supplier<T> call) {
        long start = System.nanoTime();
        try {
            return call(call);
        } catch (AwayException e) {
            boolean quick = System.nanoTime() - start < QUICK.toNanos();
            if (quick && reached(e) && budget.spend()) {
                return call(call);
            }
            throw e;
        }
    }

    private static boolean reached(AwayException e) {
        return !(e.getCause() instanceof CallNotPermittedException)
                && !(e.getCause() instanceof BulkheadFullException);
    }
}
