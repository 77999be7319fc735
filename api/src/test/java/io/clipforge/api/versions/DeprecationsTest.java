package io.clipforge.api.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.api.contract.Contract;
import io.micronaut.http.HttpMethod;
import org.junit.jupiter.api.Test;

class DeprecationsTest {

    @Test
    void anOperationThatWillGoSaysSinceWhenAndUntilWhen() {
        var contract =
                new Contract(
                        """
                        info: {x-clipforge-versions: ['2026-11-21']}
                        paths:
                          /v1/clips:
                            get:
                              operationId: listClips
                              x-clipforge-scope: moments:read
                              deprecated: true
                              x-clipforge-deprecated: '2026-11-21'
                              x-clipforge-sunset: '2028-12-01'
                        """);
        var farewell =
                contract.find(HttpMethod.GET, "/v1/clips").orElseThrow().farewell().orElseThrow();
        assertEquals("@1795219200", Deprecations.since(farewell));
        assertEquals("Fri, 01 Dec 2028 00:00:00 GMT", Deprecations.sunset(farewell));
    }
}
