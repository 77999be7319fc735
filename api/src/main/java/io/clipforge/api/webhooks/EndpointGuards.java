package io.clipforge.api.webhooks;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Keeps customers' endpoints apart: one that does not answer, or takes long, holds a few of our
 * places at most, and none at all for a while once five calls in a row came to nothing. An error
 * that is answered quickly costs us nothing; the retry schedule deals with it.
 */
@Singleton
final class EndpointGuards {
    /** For how long a delivery rests whose endpoint has no place for it. */
    static final Duration REST = Duration.ofSeconds(5);

    private static final int AT_ONCE = 10;
    private static final int IN_A_ROW = 5;
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final int REMEMBERED = 10_000;

    private final Map<UUID, Gate> gates =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, Gate> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /** A place at an endpoint, if there is one; to be left. */
    Optional<Place> enter(UUID endpoint) {
        var gate = gate(endpoint);
        if (!gate.bulkhead().tryAcquirePermission()) {
            return Optional.empty();
        }
        if (!gate.breaker().tryAcquirePermission()) {
            gate.bulkhead().onComplete();
            return Optional.empty();
        }
        return Optional.of(new Place(gate, System.nanoTime()));
    }

    private Gate gate(UUID endpoint) {
        synchronized (gates) {
            return gates.computeIfAbsent(endpoint, EndpointGuards::newGate);
        }
    }

    private static Gate newGate(UUID endpoint) {
        var breaker =
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(IN_A_ROW)
                        .minimumNumberOfCalls(IN_A_ROW)
                        .failureRateThreshold(100)
                        .slowCallDurationThreshold(LONG)
                        .slowCallRateThreshold(100)
                        .waitDurationInOpenState(Duration.ofSeconds(30))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build();
        var bulkhead = BulkheadConfig.custom().maxConcurrentCalls(AT_ONCE).build();
        return new Gate(
                CircuitBreaker.of(endpoint.toString(), breaker),
                Bulkhead.of(endpoint.toString(), bulkhead));
    }

    private record Gate(CircuitBreaker breaker, Bulkhead bulkhead) {}

    /** For one call to an endpoint; what was not called counts neither way. */
    static final class Place implements AutoCloseable {
        private final Gate gate;
        private final long enteredAt;
        private boolean called;

        private Place(Gate gate, long enteredAt) {
            this.gate = gate;
            this.enteredAt = enteredAt;
        }

        void called(boolean answered) {
            called = true;
            long took = System.nanoTime() - enteredAt;
            if (answered) {
                gate.breaker().onSuccess(took, TimeUnit.NANOSECONDS);
            } else {
                gate.breaker()
                        .onError(
                                took, TimeUnit.NANOSECONDS, new IllegalStateException("no answer"));
            }
        }

        @Override
        public void close() {
            if (!called) {
                gate.breaker().releasePermission();
            }
            gate.bulkhead().onComplete();
        }
    }
}
