package io.clipforge.api.http;

import io.clipforge.api.problems.ApiProblem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.stream.Stream;

/**
 * Refuses {@code ?limit=} and {@code ?expand=asset,}, which the framework would take for something
 * that nobody gave.
 */
@ServerFilter("/v1/**")
final class EmptyParameters {
    private static final String LIST = "expand";

    @RequestFilter
    void refuse(HttpRequest<?> request) {
        for (var it : request.getParameters()) {
            if (it.getValue().stream().anyMatch(value -> lacks(it.getKey(), value))) {
                throw ApiProblem.invalid(
                        "#parameter/" + it.getKey(),
                        "wrong_form",
                        "The parameter has no value; leave it out.");
            }
        }
    }

    private static boolean lacks(String name, String value) {
        return name.equals(LIST)
                ? Stream.of(value.split(",", -1)).anyMatch(String::isEmpty)
                : value.isEmpty();
    }
}
