package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.contract.Contract;
import io.micronaut.http.HttpMethod;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every operation of the contract that changes something tells the audit log so, once. */
class AuditedOperationsTest {

    @TestFactory
    Stream<DynamicTest> everyMutationOfTheContractLeavesOneEntry() {
        var operations =
                ControlPlane.bean(Contract.class).operations().stream()
                        .filter(it -> it.method() != HttpMethod.GET && !it.open())
                        .sorted(Comparator.comparing(Contract.Operation::operationId))
                        .toList();
        assertTrue(operations.size() >= 26, operations.toString());
        return operations.stream()
                .map(it -> DynamicTest.dynamicTest(it.operationId(), () -> check(it)));
    }

    private static void check(Contract.Operation operation) {
        var mutations = new Mutations();
        var request = mutations.of(operation);
        assertNotNull(request, "tell Mutations how " + operation.operationId() + " is called");
        var auditor = mutations.auditor();
        int before = entries(auditor);
        var answer =
                mutations
                        .api()
                        .send(
                                operation.method().name(),
                                request.path(),
                                request.body(),
                                request.headers());
        assertTrue(answer.status() < 300, () -> answer.body().toString());
        var newest = auditor.get("/v1/audit_log?limit=1").body().at("/data/0");
        assertEquals(before + 1, entries(auditor), "exactly one entry");
        assertEquals(operation.operationId(), newest.path("action").asText());
        assertEquals(answer.header("Request-Id"), newest.path("request_id").asText());
        assertTrue(newest.path("actor").asText().matches("(key|mem)_.*"));
        assertTrue(newest.path("target").asText().matches("[a-z]+_[0-9a-z]{26}"));
    }

    private static int entries(Caller api) {
        var verdict = api.get("/v1/audit_log/verify").body();
        assertTrue(verdict.path("valid").asBoolean(), verdict.toString());
        return verdict.path("entries").asInt();
    }
}
