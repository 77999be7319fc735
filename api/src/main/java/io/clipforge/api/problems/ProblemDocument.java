package io.clipforge.api.problems;

import io.clipforge.api.requests.RequestIds;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/** An RFC 9457 problem as it leaves. */
@Serdeable(naming = SnakeCaseStrategy.class)
record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String requestId,
        List<Pointed> errors) {

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
                        .toList());
    }

    static MutableHttpResponse<ProblemDocument> respond(
            ApiProblem problem, HttpRequest<?> request) {
        return write(problem, request, HttpResponse.status(problem.type().status()));
    }

    static MutableHttpResponse<ProblemDocument> write(
            ApiProblem problem, HttpRequest<?> request, MutableHttpResponse<?> response) {
        problem.retryAfter()
                .ifPresent(it -> response.header("Retry-After", Long.toString(it.toSeconds())));
        return response.status(problem.type().status())
                .body(of(problem, request))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }
}
