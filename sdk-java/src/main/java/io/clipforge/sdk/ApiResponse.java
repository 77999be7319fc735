package io.clipforge.sdk;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An answer of the API as it came, without its body. It holds no key, so it may be logged.
 *
 * @param method {@code GET}, {@code POST}, …
 * @param path the path without the query
 * @param status the HTTP status
 * @param headers all headers of the answer
 */
public record ApiResponse(String method, String path, int status, HttpHeaders headers) {
    // RateLimit of draft-ietf-httpapi-ratelimit-headers-10: "burst";r=50;t=30, "day";r=900
    private static final Pattern LIMIT =
            Pattern.compile("\"([^\"]*)\"\\s*;\\s*r=(\\d{1,18})(?:\\s*;\\s*t=(\\d{1,9}))?");

    /**
     * What is left of one limit.
     *
     * @param policy its name
     * @param remaining how much may still be used
     * @param resetsIn when it is full again
     */
    public record RateLimit(String policy, long remaining, Optional<Duration> resetsIn) {}

    /** The id of the request in our logs; empty when the answer did not come from ClipForge. */
    public Optional<String> requestId() {
        return headers.firstValue("Request-Id");
    }

    /** Whether this is the answer to an earlier request with the same {@code Idempotency-Key}. */
    public boolean replayed() {
        return headers.firstValue("Idempotent-Replayed").filter("true"::equals).isPresent();
    }

    /** What is left of each limit that this request counted against. */
    public List<RateLimit> rateLimits() {
        return headers.allValues("RateLimit").stream()
                .flatMap(line -> LIMIT.matcher(line).results())
                .map(limit ->
                        new RateLimit(
                                limit.group(1),
                                Long.parseLong(limit.group(2)),
                                Optional.ofNullable(limit.group(3))
                                        .map(seconds ->
                                                Duration.ofSeconds(Long.parseLong(seconds)))))
                .toList();
    }
}
