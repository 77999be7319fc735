package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.api.contract.Contract;
import io.micronaut.web.router.Router;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServedOperationsTest {
    private final Contract contract = ControlPlane.bean(Contract.class);

    @Test
    void everySpecifiedOperationIsServedAndNothingElse() {
        var specified =
                contract.operations().stream()
                        .map(it -> it.method() + " " + it.path())
                        .collect(Collectors.toSet());
        var served =
                ControlPlane.bean(Router.class)
                        .uriRoutes()
                        .filter(it -> isPublic(it.getUriMatchTemplate().toPathString()))
                        .filter(it -> !it.getHttpMethodName().equals("HEAD"))
                        .map(it ->
                                it.getHttpMethodName()
                                        + " "
                                        + it.getUriMatchTemplate().toPathString())
                        .collect(Collectors.toSet());
        assertEquals(specified, served);
    }

    private static boolean isPublic(String path) {
        return Stream.of("/v1", "/oauth", "/.well-known").anyMatch(path::startsWith);
    }
}
