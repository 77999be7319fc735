package io.clipforge.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.tenancy.Tenant.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditTest {
    private final Customer customer = new Customer();

    private JsonNode verdict(String query) {
        var answer = customer.api.get("/v1/audit_log/verify" + query);
        assertEquals(200, answer.status(), () -> answer.body().toString());
        return answer.body();
    }

    private List<JsonNode> entries(String query) {
        var data = customer.api.get("/v1/audit_log" + query).body().path("data");
        return Stream.iterate(0, it -> it < data.size(), it -> it + 1).map(data::get).toList();
    }

    private void rename(String name) {
        var path = "/v1/projects/" + customer.project;
        var answer =
                customer.api.send("PATCH", path, "{\"name\": \"%s\"}".formatted(name), Map.of());
        assertEquals(200, answer.status());
    }

    /** Past the trigger, as only a superuser can. */
    private void tamper(String sql) {
        Database.execute(
                "set session_replication_role = replica; " + sql.formatted(customer.organization));
    }

    private void assertBroken(long sequence) {
        var verdict = verdict("");
        assertFalse(verdict.path("valid").asBoolean(), verdict.toString());
        assertEquals(sequence, verdict.path("first_broken_sequence").asLong());
        assertFalse(verdict.has("next_sequence"));
    }

    @Test
    void aChangeIsToldWithWhatWasBeforeAndAfter() {
        var before = customer.api.get("/v1/projects/" + customer.project).raw().body();
        rename("Interviews");
        var after = customer.api.get("/v1/projects/" + customer.project).raw().body();
        var entry = entries("?limit=1").getFirst();
        assertEquals("updateProject", entry.path("action").asText());
        assertEquals(customer.project, entry.path("target").asText());
        assertEquals("127.0.0.1", entry.path("address").asText());
        assertEquals(sha256(sorted(before)), entry.path("before_digest").asText());
        assertEquals(sha256(sorted(after)), entry.path("after_digest").asText());
    }

    /** What the contract says is enough to recompute the chain somewhere else. */
    @Test
    void whoReadsTheLogCanRecomputeItsHashes() {
        rename("One");
        rename("Two");
        var previous = "";
        for (var entry : entries("").reversed()) {
            assertEquals(previous, entry.path("previous_hash").asText());
            var time = Instant.parse(entry.path("created_at").asText());
            var text =
                    String.join(
                            "\n",
                            previous,
                            entry.path("sequence").asText(),
                            entry.path("id").asText(),
                            TypeId.ORGANIZATION.text(customer.organization),
                            entry.path("environment").asText(),
                            Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, time)),
                            entry.path("actor").asText(),
                            entry.path("address").asText(),
                            entry.path("request_id").asText(),
                            entry.path("action").asText(),
                            entry.path("target").asText(),
                            entry.path("before_digest").asText(),
                            entry.path("after_digest").asText());
            previous = sha256(text.getBytes(UTF_8));
            assertEquals(previous, entry.path("hash").asText());
        }
        assertEquals(previous, verdict("").path("head_hash").asText());
    }

    @Test
    void whatNoRequestAskedForIsTheSystems() {
        var first = entries("").getLast();
        assertEquals("system", first.path("actor").asText());
        assertEquals("createApiKey", first.path("action").asText());
        assertFalse(first.has("address"));
        assertFalse(first.has("request_id"));
    }

    @Test
    void aRefusedChangeLeavesNoEntry() {
        int before = entries("").size();
        var path = "/v1/projects/" + customer.project;
        var refused =
                customer.api.send("PATCH", path, "{\"name\": \"x\"}", Map.of("If-Match", "\"9\""));
        assertEquals(412, refused.status());
        assertEquals(404, new Customer().api.delete(path).status());
        assertEquals(before, entries("").size());
    }

    @Test
    void aRepeatedRequestIsToldOnce() {
        var body = customer.newIngest(customer.upload());
        var key = Worker.key();
        assertEquals(202, customer.api.post("/v1/ingests", body, key).status());
        assertEquals(202, customer.api.post("/v1/ingests", body, key).status());
        assertEquals(1, entries("?action=createIngest").size());
    }

    @Test
    void theLogIsFilteredAndPaged() {
        rename("One");
        rename("Two");
        rename("Three");
        assertEquals(3, entries("?action=updateProject").size());
        assertEquals(4, entries("?target=" + customer.project).size());
        var actor = entries("?limit=1").getFirst().path("actor").asText();
        assertEquals(4, entries("?actor=" + actor).size());
        assertEquals(0, entries("?actor=key_nobody").size());
        var page = customer.api.get("/v1/audit_log?action=updateProject&limit=2").body();
        assertTrue(page.path("has_more").asBoolean());
        var next =
                entries(
                        "?action=updateProject&limit=2&cursor="
                                + page.path("next_cursor").asText());
        assertEquals(1, next.size());
        assertTrue(
                next.getFirst().path("sequence").asLong() < page.at("/data/1/sequence").asLong());
    }

    @Test
    void anotherOrganizationAndTheOtherEnvironmentSeeNothing() {
        var stranger = new Customer().api.get("/v1/audit_log?target=" + customer.project).body();
        assertEquals(0, stranger.path("data").size());
        var test = Caller.with(ControlPlane.issue(customer.organization, Environment.TEST));
        var seen = test.get("/v1/audit_log").body().path("data");
        assertEquals(1, seen.size());
        assertEquals("test", seen.at("/0/environment").asText());
        assertTrue(verdict("").path("valid").asBoolean(), "one chain for both");
    }

    @Test
    void nobodyChangesOrDeletesAnEntry() throws SQLException {
        for (var sql :
                List.of(
                        "update audit_log set actor = 'nobody'",
                        "delete from audit_log",
                        "truncate audit_log")) {
            var e = assertThrows(IllegalStateException.class, () -> Database.execute(sql));
            assertTrue(String.valueOf(e.getCause()).contains("only added to"), sql);
            try (var connection =
                            DriverManager.getConnection(
                                    Servers.databaseUrl(), "clipforge_app", "app");
                    var statement = connection.createStatement()) {
                var denied = assertThrows(SQLException.class, () -> statement.execute(sql));
                assertTrue(String.valueOf(denied.getMessage()).contains("permission denied"), sql);
            }
        }
    }

    @Test
    void aChangedEntryIsFound() {
        rename("One");
        rename("Two");
        tamper("update audit_log set actor = 'key_other' where org_id = '%s' and sequence = 3");
        assertBroken(3);
    }

    @Test
    void anEntryThatWasChangedWithItsHashIsFoundAtTheNext() {
        rename("One");
        rename("Two");
        tamper("update audit_log set hash = repeat('0', 64) where org_id = '%s' and sequence = 3");
        assertBroken(3);
    }

    @Test
    void aDeletedEntryIsFound() {
        rename("One");
        rename("Two");
        tamper("delete from audit_log where org_id = '%s' and sequence = 2");
        assertBroken(2);
    }

    @Test
    void theLastEntryIsMissedToo() {
        rename("One");
        tamper("delete from audit_log where org_id = '%s' and sequence = 3");
        assertBroken(3);
    }

    @Test
    void anEntryThatWasAddedPastTheChainIsFound() {
        tamper(
                """
                insert into audit_log
                select org_id, sequence + 1, id, environment, created_at, actor, address, request_id, action, target,
                       before_digest, after_digest, hash, repeat('0', 64)
                  from audit_log where org_id = '%s' and sequence = 2
                """);
        assertBroken(3);
    }

    @Test
    void swappedEntriesAreFound() {
        rename("One");
        rename("Two");
        tamper(
                """
                update audit_log as it
                   set id = other.id, action = other.action, target = other.target, hash = other.hash,
                       created_at = other.created_at, request_id = other.request_id,
                       before_digest = other.before_digest, after_digest = other.after_digest,
                       previous_hash = other.previous_hash
                  from audit_log as other
                 where it.org_id = '%1$s' and other.org_id = it.org_id
                   and it.sequence in (3, 4) and other.sequence = 7 - it.sequence
                """);
        assertBroken(3);
    }

    @Test
    void aWalkGoesOnWhereItIsTold() {
        rename("One");
        var verdict = verdict("?from_sequence=3");
        assertEquals(1, verdict.path("entries").asInt());
        assertTrue(verdict.path("valid").asBoolean());
        assertEquals(0, verdict("?from_sequence=4").path("entries").asInt());
        assertEquals(422, customer.api.get("/v1/audit_log/verify?from_sequence=5").status());
        tamper("delete from audit_log where org_id = '%s' and sequence = 2");
        assertEquals(2, verdict("?from_sequence=3").path("first_broken_sequence").asLong());
    }

    @Test
    void changesAtOnceMakeOneChain() throws Exception {
        int before = verdict("").path("entries").asInt();
        Callable<Integer> create =
                () -> customer.api.post("/v1/projects", "{\"name\": \"Show\"}").status();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 64).mapToObj(_ -> create).toList();
            for (var call : threads.invokeAll(calls)) {
                assertEquals(201, call.get());
            }
        }
        var verdict = verdict("");
        assertTrue(verdict.path("valid").asBoolean(), verdict.toString());
        assertEquals(before + 64, verdict.path("entries").asInt());
    }

    private static byte[] sorted(byte[] json) {
        try {
            var mapper =
                    JsonMapper.builder()
                            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                            .build();
            return mapper.writeValueAsBytes(mapper.readValue(json, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
