package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RevocationTest {
    private final Customer customer = new Customer();

    /** The other replica has no Redis: nothing may hang on being told. */
    @Test
    void aRevokedKeyIsRefusedByEveryReplicaWithinASecond() {
        var created =
                customer.api.post(
                        "/v1/api_keys",
                        """
                        {"name": "CI", "environment": "live", "scopes": ["projects:read"]}
                        """);
        var withoutRedis = Map.<String, Object>of("clipforge.redis.url", "redis://127.0.0.1:1");
        try (var replica = ControlPlane.replica(withoutRedis)) {
            var caller = Caller.with(created.text("secret")).at(replica.getURI());
            assertEquals(200, caller.get("/v1/projects").status());
            customer.api.delete("/v1/api_keys/" + created.text("id"));
            long revoked = System.nanoTime();
            var lastServed = new AtomicLong(revoked);
            Eventually.see(
                    () -> {
                        long sent = System.nanoTime();
                        var answer = caller.get("/v1/projects");
                        if (answer.status() == 200) {
                            lastServed.set(sent);
                        }
                        return answer;
                    },
                    it -> it.status() == 401);
            var latest = Duration.ofNanos(lastServed.get() - revoked);
            assertTrue(latest.toMillis() <= 1_000, latest + " after the revocation");
            assertEquals(401, caller.get("/v1/projects").status());
        }
    }
}
