package io.clipforge.api.http;

import io.clipforge.api.contract.Contract;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.stream.Collectors;

/**
 * Tells who used a wrong method which ones the contract has. The framework would also name those of
 * other addresses that look alike: {@code /v1/jobs/redrive} could be a job.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AllowedMethods {
    private final Contract contract;

    AllowedMethods(Contract contract) {
        this.contract = contract;
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.code() == HttpStatus.METHOD_NOT_ALLOWED.getCode()) {
            var methods = contract.methodsAt(request.getPath());
            if (!methods.isEmpty()) {
                response.getHeaders()
                        .set(
                                HttpHeaders.ALLOW,
                                methods.stream().map(Enum::name).collect(Collectors.joining(", ")));
            }
        }
    }
}
