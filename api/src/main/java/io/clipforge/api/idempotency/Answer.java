package io.clipforge.api.idempotency;

import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.micronaut.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** A status, the headers that belong to the answer, and a body. */
record Answer(int status, Map<String, String> headers, String body, boolean replayed) {

    /** A refusal is kept as its code and detail: the document around them names the request. */
    static Answer of(ApiProblem problem) {
        var kept = new LinkedHashMap<>(Map.of("code", problem.type().code()));
        problem.errors().stream()
                .findFirst()
                .ifPresent(it -> {
                    kept.put("pointer", it.pointer());
                    kept.put("reason", it.code());
                });
        return new Answer(problem.type().status().getCode(), kept, problem.detail(), false);
    }

    ApiProblem refusal() {
        var type = ProblemType.find(headers.getOrDefault("code", "")).orElseThrow();
        var pointer = headers.getOrDefault("pointer", "");
        return pointer.isEmpty()
                ? ApiProblem.of(type, body)
                : ApiProblem.invalid(pointer, headers.getOrDefault("reason", "invalid"), body);
    }

    static Map<String, String> headers(HttpResponse<?> response) {
        var kept = new LinkedHashMap<String, String>();
        for (var name : new String[] {"Location", "Retry-After", "ETag"}) {
            response.getHeaders().findFirst(name).ifPresent(it -> kept.put(name, it));
        }
        return kept;
    }
}
