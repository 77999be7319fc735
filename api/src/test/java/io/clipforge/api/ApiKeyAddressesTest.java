package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys that are bound to addresses. */
class ApiKeyAddressesTest {
    private final Customer customer = new Customer();

    private static Caller.Answer make(Caller caller, String allowed, String scope) {
        return caller.post(
                "/v1/api_keys",
                """
                {"name": "Bound", "environment": "live", "scopes": ["%s"], "allowed_ips": [%s]}
                """
                        .formatted(scope, allowed));
    }

    private Caller bound(String allowed) {
        return Caller.with(make(customer.api, allowed, "projects:read").text("secret"));
    }

    @Test
    void aKeyWorksFromItsOwnNetworksOnly() {
        assertEquals(200, bound("\"127.0.0.0/8\", \"2001:db8::/32\"").get("/v1/projects").status());
        var refused = bound("\"203.0.113.0/24\"").get("/v1/projects");
        assertEquals(403, refused.status());
        assertEquals("forbidden", refused.text("code"));
        assertFalse(refused.body().toString().contains("203.0.113"));
    }

    @Test
    void whatAStrangerSaysInXForwardedForCountsForNothing() {
        var answer =
                bound("\"203.0.113.0/24\"")
                        .send(
                                "GET",
                                "/v1/projects",
                                null,
                                Map.of("X-Forwarded-For", "203.0.113.9"));
        assertEquals(403, answer.status());
    }

    @Test
    void behindTrustedProxiesTheRightmostUntrustedAddressCounts() {
        var proxied =
                Map.<String, Object>of(
                        "clipforge.http.trusted-proxies", "127.0.0.1, 10.0.0.0/8, ::1");
        try (var replica = ControlPlane.replica(proxied)) {
            var caller = bound("\"203.0.113.0/24\", \"2001:db8::/32\"").at(replica.getURI());
            var expected =
                    Map.of(
                            "203.0.113.9", 200,
                            "198.51.100.7, 203.0.113.9, 10.1.2.3", 200,
                            "203.0.113.9:4711", 200,
                            "[2001:db8::1]:4711,10.0.0.1", 200,
                            "203.0.113.9, 198.51.100.7", 403,
                            "203.0.113.9, unknown, 10.0.0.1", 403,
                            "10.0.0.1", 403);
            expected.forEach((forwarded, status) ->
                    assertEquals(
                            status,
                            caller.send(
                                            "GET",
                                            "/v1/projects",
                                            null,
                                            Map.of("X-Forwarded-For", forwarded))
                                    .status(),
                            forwarded));
        }
    }

    @Test
    void whatIsNoNetworkIsRefused() {
        for (var wrong :
                new String[] {
                    "10.0.0.0/33",
                    "10.0.1",
                    "localhost",
                    "2001:db8::/129",
                    "1.2.3.4/",
                    "fe80::1%eth0"
                }) {
            var answer = make(customer.api, "\"" + wrong + "\"", "projects:read");
            assertEquals(422, answer.status(), wrong);
            assertEquals("/allowed_ips/0", answer.body().at("/errors/0/pointer").asText());
        }
        assertEquals(
                422,
                make(customer.api, "\"10.0.0.1\",".repeat(50) + "\"10.0.0.1\"", "projects:read")
                        .status());
    }

    @Test
    void aBoundKeyMakesKeysBoundToItsNetworksOrFewer() {
        var minter =
                Caller.with(make(customer.api, "\"127.0.0.0/8\"", "api_keys:write").text("secret"));
        assertEquals(201, make(minter, "\"127.0.0.1\"", "api_keys:write").status());
        assertEquals(403, make(minter, "\"127.0.0.1\", \"10.0.0.0/8\"", "api_keys:write").status());
        assertEquals(403, make(minter, "", "api_keys:write").status());
    }
}
