package io.clipforge.api.problems;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.clipforge.api.requests.RequestIds;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An RFC 9457 problem as it leaves. */
@Serdeable
record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @JsonProperty("request_id") String requestId,
        List<Pointed> errors,
        @JsonProperty("violated-policies") @Nullable List<String> violatedPolicies) {

    @Serdeable
    record Pointed(String pointer, String code, String detail) {}

    static ProblemDocument of(ApiProblem problem, HttpRequest<?> request) {
        var type = problem.type();
        return new ProblemDocument(
                type.page().toString(),
                type.title(),
                type.status().getCode(),
                problem.detail(),
                type.code(),
                RequestIds.of(request),
                problem.errors().stream()
                        .map(it -> new Pointed(it.pointer(), it.code(), it.detail()))
                        .toList(),
                problem.violatedPolicies().isEmpty() ? null : problem.violatedPolicies());
    }

    static MutableHttpResponse<ProblemDocument> respond(
            ApiProblem problem, HttpRequest<?> request) {
        return write(problem, request, HttpResponse.status(problem.type().status()));
    }

    static MutableHttpResponse<ProblemDocument> write(
            ApiProblem problem, HttpRequest<?> request, MutableHttpResponse<?> response) {
        problem.retryAfter()
                .ifPresent(it -> response.header("Retry-After", Long.toString(seconds(it))));
        // what is refused before any filter saw it gets its id here
        response.getHeaders().set(RequestIds.HEADER, RequestIds.of(request));
        return response.status(problem.type().status())
                .body(of(problem, request))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }

    /** Whole ones, rounded up: whoever comes a little too early is refused again. */
    private static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
