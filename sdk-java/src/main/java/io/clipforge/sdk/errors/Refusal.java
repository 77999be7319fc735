package io.clipforge.sdk.errors;

import io.clipforge.sdk.model.Problem;
import java.time.Duration;
import java.util.Optional;

/**
 * The facts of a refused call.
 *
 * @param retryAfter when to come back
 * @param shouldRetry whether to come back at all, where the server says so
 */
public record Refusal(
        int status, Problem problem, Optional<Duration> retryAfter, Optional<Boolean> shouldRetry) {
    String text() {
        String detail = problem.getDetail();
        String request = problem.getRequestId();
        return status
                + " "
                + problem.getCode()
                + ": "
                + (detail == null ? problem.getTitle() : detail)
                + (request == null ? "" : " (request " + request + ")");
    }
}
