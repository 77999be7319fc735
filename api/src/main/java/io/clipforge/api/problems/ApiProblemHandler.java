package io.clipforge.api.problems;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers a refusal of our own. */
@Singleton
final class ApiProblemHandler implements ExceptionHandler<ApiProblem, HttpResponse<?>> {
    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request, ApiProblem e) {
        return ProblemDocument.respond(e, request);
    }
}
