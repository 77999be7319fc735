package io.clipforge.api.http;

import io.clipforge.api.problems.ApiProblem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Refuses {@code ?limit=}, which the framework would take for a limit that nobody gave. */
@ServerFilter("/v1/**")
final class EmptyParameters {
    @RequestFilter
    void refuse(HttpRequest<?> request) {
        for (var it : request.getParameters()) {
            if (it.getValue().contains("")) {
                throw ApiProblem.invalid(
                        "#parameter/" + it.getKey(),
                        "wrong_form",
                        "The parameter has no value; leave it out.");
            }
        }
    }
}
