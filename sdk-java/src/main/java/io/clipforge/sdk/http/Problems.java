package io.clipforge.sdk.http;

import io.clipforge.sdk.errors.ApiException;
import io.clipforge.sdk.errors.Refusal;
import io.clipforge.sdk.errors.UnexpectedAnswerException;
import io.clipforge.sdk.model.Problem;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns an answer that is no success into the exception for it. */
record Problems(Clock clock) {

    ApiException from(int status, HttpHeaders headers, byte[] body) {
        Problem problem = parse(body);
        if (problem == null) {
            problem = stranger(status);
        }
        if (problem.getRequestId() == null) {
            problem.setRequestId(headers.firstValue("Request-Id").orElse(null));
        }
        return ApiException.of(
                new Refusal(
                        status,
                        problem,
                        headers.firstValue("Retry-After")
                                .flatMap(value -> RetryAfter.parse(value, clock)),
                        headers.firstValue("X-Should-Retry").flatMap(Problems::advice)));
    }

    private static Optional<Boolean> advice(String value) {
        return switch (value.strip()) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static @Nullable Problem parse(byte[] body) {
        try {
            Problem problem = Json.read(body, Problem.class);
            return problem.getCode() == null || problem.getTitle() == null ? null : problem;
        } catch (UnexpectedAnswerException notOurs) {
            return null;
        }
    }

    /** An answer of something in between, such as a proxy's HTML page. */
    private static Problem stranger(int status) {
        return new Problem()
                .type(URI.create("about:blank"))
                .status(status)
                .code("http_" + status)
                .title("The answer did not come from ClipForge");
    }
}
