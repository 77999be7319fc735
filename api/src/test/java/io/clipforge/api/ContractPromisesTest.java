package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clipforge.api.Caller.Answer;
import io.clipforge.api.contract.Contract;
import io.clipforge.api.contract.Contract.Operation;
import io.micronaut.http.HttpMethod;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the contract promises of all operations of a sort, tried on each of them. */
class ContractPromisesTest {
    private static final int ROWS = 3;

    private static final Contract CONTRACT = ControlPlane.bean(Contract.class);
    private static final Estate ESTATE = new Estate();

    @Test
    void anIdempotentOperationWantsAKeyUnlessTheContractLeavesItOpen() {
        for (var operation : withExtension("idempotent")) {
            var answer = ESTATE.owner.api.post(ESTATE.path(operation), body(operation).toString());
            if (Specification.isOptional(operation, "idempotent")) {
                assertEquals(201, answer.status(), operation.operationId());
            } else {
                assertEquals(400, answer.status(), operation.operationId());
                assertEquals("idempotency_key_required", answer.text("code"));
            }
        }
    }

    @Test
    void aReplayIsTheFirstAnswerByteForByte() {
        for (var operation : withExtension("idempotent")) {
            var key = Worker.key();
            var first = post(operation, body(operation), key);
            var second = post(operation, body(operation), key);
            assertTrue(first.status() < 300, () -> first.body().toString());
            assertEquals(first.status(), second.status(), operation.operationId());
            assertArrayEquals(first.raw().body(), second.raw().body(), operation.operationId());
            assertEquals("true", second.header("Idempotent-Replayed"), operation.operationId());
        }
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        for (var operation : withExtension("idempotent")) {
            var key = Worker.key();
            assertTrue(post(operation, body(operation), key).status() < 300);
            var other = body(operation);
            if (other.has("filename")) {
                other.put("filename", "other.mp4");
            } else {
                other.putObject("metadata").put("other", "yes");
            }
            var answer = post(operation, other, key);
            assertEquals(422, answer.status(), operation.operationId());
            assertEquals("idempotency_key_reused", answer.text("code"), operation.operationId());
        }
    }

    @Test
    void aRequestBesideTheFirstOneIsToldToWait() throws SQLException {
        for (var operation : withExtension("idempotent")) {
            var key = Worker.key();
            try (var running = Servers.superuser();
                    var lock =
                            running.prepareStatement(
                                    "select pg_advisory_lock(hashtextextended(concat_ws(' ', ?, 'live', ?), 0))")) {
                lock.setString(1, ESTATE.owner.organization.toString());
                lock.setString(2, key);
                lock.execute();
                var answer = post(operation, body(operation), key);
                assertEquals(409, answer.status(), operation.operationId());
                assertEquals("idempotency_key_in_use", answer.text("code"));
                assertTrue(Integer.parseInt(answer.header("Retry-After")) > 0);
            }
        }
    }

    /** New rows arrive while the pages are read. */
    @Test
    void theWalkOverAListMissesNothingAndShowsNothingTwice() {
        for (var operation : withExtension("paginated")) {
            var path = ESTATE.path(operation);
            for (int i = 0; i < ROWS; i++) {
                addOne(operation);
            }
            var there = ids(ESTATE.owner.api.get(path + "?limit=100"));
            assertTrue(!there.isEmpty(), operation.operationId() + " lists nothing");
            var walked = walk(operation, path);
            assertEquals(walked.size(), new HashSet<>(walked).size(), operation.operationId());
            assertTrue(walked.containsAll(there), operation.operationId());
        }
    }

    private static List<String> walk(Operation operation, String path) {
        var walked = new ArrayList<String>();
        var page = ESTATE.owner.api.get(path + "?limit=2");
        walked.addAll(ids(page));
        while (page.body().path("has_more").asBoolean()) {
            addOne(operation);
            page = ESTATE.owner.api.get(path + "?limit=2&cursor=" + page.text("next_cursor"));
            assertEquals(200, page.status(), operation.operationId());
            walked.addAll(ids(page));
            assertTrue(walked.size() < 1_000, operation.operationId() + " has no end");
        }
        return walked;
    }

    /** Where a list has an operation that adds to it. */
    private static void addOne(Operation list) {
        CONTRACT.find(HttpMethod.POST, list.path())
                .filter(it -> Specification.body(it).isPresent())
                .ifPresent(it -> {
                    var made = post(it, body(it), UUID.randomUUID().toString());
                    assertTrue(made.status() < 300, () -> it + ": " + made.body());
                });
    }

    private static List<String> ids(Answer page) {
        var ids = new ArrayList<String>();
        page.body().path("data").forEach(it -> ids.add(it.path("id").asText()));
        return ids;
    }

    private static Answer post(Operation operation, ObjectNode body, String key) {
        return ESTATE.owner.api.post(ESTATE.path(operation), body.toString(), key);
    }

    private static ObjectNode body(Operation operation) {
        return (ObjectNode) ESTATE.localise(Specification.body(operation).orElseThrow().example());
    }

    private static Set<Operation> withExtension(String extension) {
        var found = new HashSet<Operation>();
        for (var operation : CONTRACT.operations()) {
            if (Specification.is(operation, extension)) {
                found.add(operation);
            }
        }
        assertTrue(!found.isEmpty(), extension);
        System.out.printf("%s: %d operations%n", extension, found.size());
        return found;
    }
}
