package io.clipforge.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipforge.net.Forbidden;
import io.clipforge.net.Limits;
import io.clipforge.net.NoAnswer;
import io.clipforge.net.PostOutcome;
import io.clipforge.net.Response;
import io.clipforge.net.SafeHttp;
import io.clipforge.net.Unreachable;
import io.clipforge.webhooks.DeliveryOutcome.Delivered;
import io.clipforge.webhooks.DeliveryOutcome.Exhausted;
import io.clipforge.webhooks.DeliveryOutcome.Gone;
import io.clipforge.webhooks.DeliveryOutcome.Refused;
import io.clipforge.webhooks.DeliveryOutcome.RetryAt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Signs a delivery, posts it once and says what follows. Thread-safe; holds no state. */
public final class Sender {
    /** What an endpoint may take of our time: 20 seconds for everything. */
    public static final Limits LIMITS =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(20));

    private final SafeHttp http;
    private final RetrySchedule schedule;
    private final Clock clock;
    private final RandomGenerator random;

    public Sender(SafeHttp http, RetrySchedule schedule, Clock clock, RandomGenerator random) {
        this.http = http;
        this.schedule = schedule;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes one attempt.
     *
     * @throws InterruptedException when interrupted; the endpoint may have got the delivery
     */
    public DeliveryOutcome send(Delivery delivery) throws InterruptedException {
        Instant start = clock.instant();
        long startNanos = System.nanoTime();
        PostOutcome outcome = post(delivery, start);
        Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
        return switch (outcome) {
            case Response response -> answered(delivery, response, start, took);
            case NoAnswer nothing -> unanswered(delivery, nothing, start, took);
        };
    }

    private PostOutcome post(Delivery delivery, Instant at) throws InterruptedException {
        byte[] body = delivery.payload().getBytes(UTF_8);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(delivery.headers());
        headers.put("content-type", "application/json");
        headers.put("user-agent", "ClipForge-Webhooks/1");
        headers.putAll(Signature.headers(delivery.id(), at, body, delivery.secrets()));
        return http.post(delivery.endpoint(), headers, body);
    }

    private DeliveryOutcome answered(
            Delivery delivery, Response response, Instant start, Duration took) {
        int status = response.status();
        boolean taken = status / 100 == 2;
        Attempt attempt =
                new Attempt(
                        delivery.attempt(),
                        start,
                        took,
                        status,
                        response.excerpt(),
                        taken ? null : failure(status));
        if (taken) {
            return new Delivered(attempt);
        }
        if (status == 410) {
            return new Gone(attempt);
        }
        Optional<Duration> asked =
                response.header("retry-after")
                        .flatMap(value -> RetryAfter.parse(value, clock.instant()));
        return again(attempt, status == 429, asked);
    }

    private DeliveryOutcome unanswered(
            Delivery delivery, NoAnswer nothing, Instant start, Duration took) {
        Attempt attempt = new Attempt(delivery.attempt(), start, took, null, "", nothing.reason());
        return switch (nothing) {
            case Forbidden _ -> new Refused(attempt);
            case Unreachable(var cause, _) ->
                    again(attempt, cause == Unreachable.Cause.TIMEOUT, Optional.empty());
        };
    }

    private DeliveryOutcome again(Attempt attempt, boolean overloaded, Optional<Duration> asked) {
        return schedule.waitAfter(attempt.number(), overloaded, asked, random)
                .<DeliveryOutcome>map(wait -> new RetryAt(attempt, clock.instant().plus(wait)))
                .orElseGet(() -> new Exhausted(attempt));
    }

    private static String failure(int status) {
        return status / 100 == 3
                ? "the endpoint answered " + status + "; redirects are not followed"
                : "the endpoint answered " + status;
    }
}
