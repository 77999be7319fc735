package io.clipforge.sdk;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How calls differ from what the client was built for; what is not said stays as it is. Immutable.
 *
 * @param timeout how long an attempt waits for a connection, for an answer, or for the next byte
 * @param maxRetries how often a failed attempt is repeated: 0 for never
 * @param waitTimeout how long {@code waitUntilDone} and {@code follow} wait altogether; for ever
 *     when empty
 * @param headers sent with every request to the API
 * @param onResponse hears every answer of the API, those of failed attempts as well
 */
public record CallOptions(
        Optional<Duration> timeout,
        Optional<Integer> maxRetries,
        Optional<Duration> waitTimeout,
        Map<String, String> headers,
        Consumer<ApiResponse> onResponse) {
    /** Nothing differs. */
    public static final CallOptions NONE =
            new CallOptions(
                    Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), answer -> {});

    public CallOptions {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public CallOptions withTimeout(Duration time) {
        return new CallOptions(
                Optional.of(positive(time)), maxRetries, waitTimeout, headers, onResponse);
    }

    public CallOptions withMaxRetries(int count) {
        return new CallOptions(timeout, Optional.of(count), waitTimeout, headers, onResponse);
    }

    public CallOptions withWaitTimeout(Duration time) {
        return new CallOptions(
                timeout, maxRetries, Optional.of(positive(time)), headers, onResponse);
    }

    public CallOptions withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new CallOptions(timeout, maxRetries, waitTimeout, more, onResponse);
    }

    /** Adds a listener to those there are. */
    public CallOptions withOnResponse(Consumer<ApiResponse> listener) {
        return new CallOptions(
                timeout, maxRetries, waitTimeout, headers, onResponse.andThen(listener));
    }

    private static Duration positive(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a timeout must be positive");
        }
        return time;
    }
}
