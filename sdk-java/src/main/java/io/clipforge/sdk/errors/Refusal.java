package io.clipforge.sdk.errors;

import io.clipforge.sdk.model.Problem;
import java.time.Duration;
import java.util.Optional;

/** The facts of a refused call: its status, its problem document, and when to come back. */
public record Refusal(int status, Problem problem, Optional<Duration> retryAfter) {
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
