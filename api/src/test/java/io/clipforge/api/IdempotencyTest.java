package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
    private final Customer customer = new Customer();

    @Test
    void aCreatingRequestWithoutAKeyIsRefused() {
        var answer =
                customer.api.post(
                        "/v1/ingests", customer.newIngest("upl_00000000000000000000000000"));
        assertEquals(400, answer.status());
        assertEquals("idempotency_key_required", answer.text("code"));
    }

    @Test
    void theSameRequestAgainGetsTheSameBytesAndMakesNothingNew() {
        var body = customer.newIngest(customer.upload());
        var first = customer.api.post("/v1/ingests", body, "once");
        var second = customer.api.post("/v1/ingests", body, "once");
        assertEquals(202, first.status());
        assertEquals(202, second.status());
        assertArrayEquals(first.raw().body(), second.raw().body());
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals("", first.header("Idempotent-Replayed"));
        assertEquals("true", second.header("Idempotent-Replayed"));
        assertEquals(1, customer.api.get("/v1/ingests").body().path("data").size());
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() {
        var upload = customer.upload();
        customer.api.post("/v1/ingests", customer.newIngest(upload), "reused");
        var other =
                customer.api.post("/v1/ingests", customer.newIngest(customer.upload()), "reused");
        assertEquals(422, other.status());
        assertEquals("idempotency_key_reused", other.text("code"));
    }

    @Test
    void aRequestThatArrivesWhileTheFirstStillRunsIsToldToWait() throws SQLException {
        var body = customer.newIngest(customer.upload());
        try (var running = Servers.superuser();
                var lock =
                        running.prepareStatement(
                                "select pg_advisory_lock(hashtextextended(concat_ws(' ', ?, 'live', 'busy'), 0))")) {
            lock.setString(1, customer.organization.toString());
            lock.execute();
            var answer = customer.api.post("/v1/ingests", body, "busy");
            assertEquals(409, answer.status());
            assertEquals("idempotency_key_in_use", answer.text("code"));
            assertEquals("1", answer.header("Retry-After"));
            running.createStatement().execute("select pg_advisory_unlock_all()");
        }
        assertEquals(202, customer.api.post("/v1/ingests", body, "busy").status());
    }

    @Test
    void nothingIsMadeBesideAnAnswerThatIsKeptMeanwhile() throws SQLException {
        var body = customer.newIngest(customer.upload());
        try (var other = Servers.superuser()) {
            other.setAutoCommit(false);
            other.createStatement().execute(kept("raced"));
            var answer =
                    CompletableFuture.supplyAsync(
                            () -> customer.api.post("/v1/ingests", body, "raced"));
            Eventually.see(
                    () ->
                            Database.value(
                                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%idempotency_keys%'"),
                    "1"::equals);
            other.commit();
            assertEquals("idempotency_key_in_use", answer.join().text("code"));
        }
        assertEquals(0, customer.api.get("/v1/ingests").body().path("data").size());
    }

    /** As the transaction of another request would keep it. */
    private String kept(String key) {
        return """
        insert into idempotency_keys (org_id, environment, key, fingerprint, status, headers, body, expires_at)
        values ('%s', 'live', '%s', 'f', 202, '{}', '{}', now() + interval '30 days')
        """
                .formatted(customer.organization, key);
    }

    @Test
    void aRefusalThatWouldComeAgainIsKeptToo() {
        var body =
                """
                {"project_id": "%s", "source": {"type": "url", "url": "ftp://example.com/a.mp4"}}
                """
                        .formatted(customer.project);
        var first = customer.api.post("/v1/ingests", body, "bad");
        var second = customer.api.post("/v1/ingests", body, "bad");
        assertEquals(422, first.status());
        assertEquals(422, second.status());
        assertEquals(first.text("detail"), second.text("detail"));
        assertEquals("/source/url", second.body().at("/errors/0/pointer").asText());
        assertEquals("not_https", first.body().at("/errors/0/code").asText());
        assertEquals("not_https", second.body().at("/errors/0/code").asText());
    }

    @Test
    void aPassingRefusalIsNotTheAnswerOfTheKey() {
        var open =
                customer.api
                        .post("/v1/uploads", "{\"filename\": \"a.mp4\", \"size_bytes\": 5}")
                        .body();
        var body = customer.newIngest(open.path("id").asText());
        var early = customer.api.post("/v1/ingests", body, "early");
        assertEquals("upload_incomplete", early.text("code"));
        var etag = Customer.put(open.at("/parts/0/url").asText(), Customer.FILM);
        customer.api.post(
                "/v1/uploads/" + open.path("id").asText() + "/complete",
                "{\"parts\": [{\"part_number\": 1, \"etag\": %s}]}".formatted(etag));
        assertEquals(202, customer.api.post("/v1/ingests", body, "early").status());
    }

    @Test
    void theSameKeyOfAnotherOrganizationIsAnotherKey() {
        var other = new Customer();
        customer.api.post("/v1/ingests", customer.newIngest(customer.upload()), "shared");
        var answer = other.api.post("/v1/ingests", other.newIngest(other.upload()), "shared");
        assertEquals(202, answer.status());
        assertEquals("", answer.header("Idempotent-Replayed"));
    }

    @Test
    void anOverlongKeyIsRefused() {
        var answer =
                customer.api.send(
                        "POST",
                        "/v1/ingests",
                        customer.newIngest("upl_00000000000000000000000000"),
                        Map.of("Idempotency-Key", "k".repeat(256)));
        assertEquals(422, answer.status());
    }
}
