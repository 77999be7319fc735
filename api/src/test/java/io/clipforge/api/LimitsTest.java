package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.ids.TypeId;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.api.tenancy.Tenants;
import io.clipforge.api.usage.Meter;
import io.clipforge.api.usage.UsageLedger;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private final Customer customer = new Customer();

    /** So slow a refill that none comes back while the test runs. */
    private static Map<String, Object> quota(String policy, int quota) {
        return Map.of(
                "clipforge.limits." + policy + ".quota",
                quota,
                "clipforge.limits." + policy + ".window",
                "24h");
    }

    private static Map<String, Object> with(Map<String, Object> settings, String redisUrl) {
        var all = new HashMap<>(settings);
        all.put("clipforge.redis.url", redisUrl);
        return all;
    }

    private Caller at(EmbeddedServer replica) {
        return customer.api.at(replica.getURI());
    }

    private static int granted(Caller caller, int attempts) {
        int granted = 0;
        for (int i = 0; i < attempts; i++) {
            granted += caller.get("/v1/projects").status() == 200 ? 1 : 0;
        }
        return granted;
    }

    @Test
    void everyAnswerToAKnownCallerTellsWhatIsLeft() {
        try (var replica = ControlPlane.replica(quota("requests", 10))) {
            var caller = at(replica);
            for (var path : new String[] {"/v1/projects", "/v1/projects/nonsense"}) {
                assertEquals(
                        "\"requests\";q=10;w=86400", caller.get(path).header("RateLimit-Policy"));
            }
            assertTrue(
                    caller.get("/v1/jobs").header("RateLimit").startsWith("\"requests\";r=7;t="));
            var made =
                    caller.post(
                            "/v1/api_keys",
                            """
                            {"name": "R", "environment": "live", "scopes": ["jobs:read"]}
                            """);
            var reader = Caller.with(made.text("secret")).at(replica.getURI());
            var forbidden = reader.get("/v1/projects");
            assertEquals(403, forbidden.status());
            assertTrue(forbidden.header("RateLimit").startsWith("\"requests\";r=9;t="));
        }
    }

    @Test
    void aStrangerIsToldNothing() {
        assertEquals("", Caller.without().get("/v1/projects").header("RateLimit"));
    }

    @Test
    void beyondTheQuotaARequestIsRefusedWithAllThatACallerNeeds() {
        try (var replica = ControlPlane.replica(quota("requests", 3))) {
            var caller = at(replica);
            assertEquals(3, granted(caller, 3));
            var refused = caller.get("/v1/projects");
            assertEquals(429, refused.status());
            assertEquals("quota_exceeded", refused.text("code"));
            assertEquals("requests", refused.body().at("/violated-policies/0").asText());
            int wait = Integer.parseInt(refused.header("Retry-After"));
            assertTrue(wait > 0 && wait <= 86_400 / 3, "wait " + wait);
            assertTrue(refused.header("RateLimit").startsWith("\"requests\";r=0;t="));
            assertEquals("\"requests\";q=3;w=86400", refused.header("RateLimit-Policy"));
            assertEquals(1, granted(new Customer().api.at(replica.getURI()), 1));
        }
    }

    @Test
    void replicasShareOneBudget() {
        var settings = quota("requests", 6);
        try (var one = ControlPlane.replica(settings);
                var other = ControlPlane.replica(settings)) {
            int granted = 0;
            for (int i = 0; i < 5; i++) {
                granted += granted(at(one), 1) + granted(at(other), 1);
            }
            assertEquals(6, granted);
        }
    }

    /** Large quotas are settled in steps; what a replica may grant on its own is a hundredth. */
    @Test
    void alsoALargeBudgetIsSharedButForAHundredth() {
        var settings = quota("requests", 400);
        try (var one = ControlPlane.replica(settings);
                var other = ControlPlane.replica(settings)) {
            int granted = 0;
            for (int i = 0; i < 250; i++) {
                granted += granted(at(one), 1) + granted(at(other), 1);
            }
            assertTrue(granted >= 400 && granted <= 408, "granted " + granted);
        }
    }

    @Test
    void withoutRedisAReplicaLimitsByItself() {
        var settings = with(quota("requests", 3), "redis://127.0.0.1:1");
        try (var replica = ControlPlane.replica(settings)) {
            assertEquals(3, granted(at(replica), 8));
        }
    }

    @Test
    void whenRedisGoesTheLimitStaysAndWhenItComesBackItIsSharedAgain() throws Exception {
        try (var redis = ThrowawayRedis.start();
                var replica = ControlPlane.replica(with(quota("requests", 4), redis.url()))) {
            assertEquals(2, granted(at(replica), 2));
            redis.stop();
            assertEquals(4, granted(at(replica), 8));
            redis.startAgain();
            var back =
                    Eventually.see(() -> at(replica).get("/v1/projects"), it -> it.status() == 200);
            assertTrue(back.header("RateLimit").startsWith("\"requests\";r=3;"));
            assertEquals(3, granted(at(replica), 8));
        }
    }

    @Test
    void anUploadTellsOfBothItsPolicies() {
        try (var replica = ControlPlane.replica(quota("uploads", 1))) {
            var body = "{\"filename\": \"talk.mp4\", \"size_bytes\": 5}";
            var opened = at(replica).post("/v1/uploads", body);
            assertEquals(201, opened.status());
            assertTrue(opened.header("RateLimit-Policy").endsWith(", \"uploads\";q=1;w=86400"));
            assertTrue(opened.header("RateLimit").contains(", \"uploads\";r=0;t="));
            var refused = at(replica).post("/v1/uploads", body);
            assertEquals(429, refused.status());
            assertEquals("uploads", refused.body().at("/violated-policies/0").asText());
        }
    }

    @Test
    void reportsOfLeaksAreLimitedByAddress() {
        var settings = new HashMap<>(quota("leak-reports", 2));
        settings.put("clipforge.http.trusted-proxies", "127.0.0.1");
        try (var replica = ControlPlane.replica(settings)) {
            assertEquals(204, report(replica, "203.0.113.1"));
            assertEquals(204, report(replica, "203.0.113.1"));
            assertEquals(429, report(replica, "203.0.113.1"));
            assertEquals(204, report(replica, "203.0.113.2"));
        }
    }

    @Test
    void signInsOfPeopleAndMachinesAreLimitedByAddress() {
        var staff = new Staff();
        try (var replica = ControlPlane.replica(quota("sign-ins", 2))) {
            var door = Caller.from(Staff.address()).at(replica.getURI());
            var signedIn = Staff.signIn(door, staff.ownerEmail, Staff.PASSWORD);
            assertEquals(201, signedIn.status());
            assertTrue(signedIn.header("RateLimit").startsWith("\"sign_ins\";r=1;t="));
            assertEquals(401, tokenOfNobody(door).status());

            var refused = tokenOfNobody(door);
            assertEquals(429, refused.status());
            assertEquals("sign_ins", refused.body().at("/violated-policies/0").asText());
            assertEquals(429, Staff.signIn(door, staff.ownerEmail, Staff.PASSWORD).status());
            var other = Caller.from(Staff.address()).at(replica.getURI());
            assertEquals(201, Staff.signIn(other, staff.ownerEmail, Staff.PASSWORD).status());
        }
    }

    @Test
    void noMediaIsTakenInWhenTheMinutesOfTheMonthAreUsed() {
        try (var replica = ControlPlane.replica(quota("minutes-per-month", 2))) {
            var caller = at(replica);
            var key = Worker.key();
            var first = customer.newIngest(customer.upload());
            var accepted = caller.post("/v1/ingests", first, key);
            assertEquals(202, accepted.status());
            assertTrue(accepted.header("RateLimit").contains("\"minutes_per_month\";r=2;t="));

            use(accepted.body().at("/job/id").asText(), 119_000);
            var another = customer.newIngest(customer.upload());
            assertEquals(202, caller.post("/v1/ingests", another, Worker.key()).status());
            use(accepted.body().at("/job/id").asText(), 1_000);

            var refused =
                    caller.post("/v1/ingests", customer.newIngest(customer.upload()), Worker.key());
            assertEquals(429, refused.status());
            assertEquals("minutes_per_month", refused.body().at("/violated-policies/0").asText());
            assertTrue(Integer.parseInt(refused.header("Retry-After")) <= 31 * 86_400);
            assertEquals(
                    "true", caller.post("/v1/ingests", first, key).header("Idempotent-Replayed"));
        }
    }

    private void use(String job, long ms) {
        ControlPlane.bean(Tenants.class)
                .run(
                        new Tenant(customer.organization, Environment.LIVE),
                        () ->
                                ControlPlane.bean(UsageLedger.class)
                                        .count(
                                                Meter.PROCESSED_MS,
                                                ms,
                                                TypeId.JOB.find(job).orElseThrow(),
                                                UUID.randomUUID()));
    }

    private static Caller.Answer tokenOfNobody(Caller caller) {
        return caller.send(
                "POST",
                "/oauth/token",
                "grant_type=client_credentials&client_id=nobody&client_secret=nothing",
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    private static int report(EmbeddedServer replica, String address) {
        return Caller.without()
                .at(replica.getURI())
                .send(
                        "POST",
                        "/v1/api_keys/report_leak",
                        "{\"secret\": \"cf_live_nonsense\"}",
                        Map.of("X-Forwarded-For", address))
                .status();
    }
}
