package io.clipforge.api.versions;

import io.clipforge.api.contract.Contract;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Refuses a version that there is not. Inside of {@link ApiVersions}, which tells on this too. */
@ServerFilter("/v1/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class VersionCheck {
    private final Contract contract;

    VersionCheck(Contract contract) {
        this.contract = contract;
    }

    @RequestFilter
    void refuseUnknown(HttpRequest<?> request) {
        request.getHeaders()
                .findFirst(ApiVersions.HEADER)
                .filter(it -> !contract.versions().contains(it))
                .ifPresent(_ -> {
                    throw ApiProblem.of(
                            ProblemType.INVALID_REQUEST,
                            "There is no such version; the versions are: "
                                    + String.join(", ", contract.versions())
                                    + ".");
                });
    }
}
