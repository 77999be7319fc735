package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.api.tenancy.Tenant.Environment;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
    private final Customer customer = new Customer();

    private Caller.Answer create(String scopes) {
        return customer.api.post(
                "/v1/api_keys",
                "{\"name\": \"CI\", \"environment\": \"live\", \"scopes\": [%s]}"
                        .formatted(scopes));
    }

    @Test
    void theSecretIsShownOnceAndWorks() {
        var created = create("\"projects:read\"");
        assertEquals(201, created.status());
        assertTrue(created.text("secret").startsWith("cf_live_"));
        assertEquals(200, Caller.with(created.text("secret")).get("/v1/projects").status());
        var listed = customer.api.get("/v1/api_keys").body().toString();
        assertFalse(listed.contains(created.text("secret")));
        assertTrue(listed.contains(created.text("id")));
    }

    @Test
    void aKeyWithoutTheScopeIsForbidden() {
        var reader = Caller.with(create("\"projects:read\"").text("secret"));
        var answer = reader.post("/v1/projects", "{\"name\": \"No\"}");
        assertEquals(403, answer.status());
        assertEquals("forbidden", answer.text("code"));
    }

    @Test
    void aKeyCannotMintAMightierOne() {
        var minter = Caller.with(create("\"api_keys:write\"").text("secret"));
        var answer =
                minter.post(
                        "/v1/api_keys",
                        """
                        {"name": "More", "environment": "live", "scopes": ["projects:write"]}
                        """);
        assertEquals(403, answer.status());
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() {
        var created = create("\"projects:read\"");
        var caller = Caller.with(created.text("secret"));
        assertEquals(200, caller.get("/v1/projects").status());
        assertEquals(204, customer.api.delete("/v1/api_keys/" + created.text("id")).status());
        assertEquals(401, caller.get("/v1/projects").status());
    }

    @Test
    void theListTellsWhenAKeyWasLastUsed() {
        var created = create("\"projects:read\"");
        assertFalse(listed(created.text("id")).has("last_used_at"));
        Caller.with(created.text("secret")).get("/v1/projects");
        assertTrue(listed(created.text("id")).has("last_used_at"));
    }

    private JsonNode listed(String id) {
        for (var key : customer.api.get("/v1/api_keys").body().path("data")) {
            if (key.path("id").asText().equals(id)) {
                return key;
            }
        }
        throw new AssertionError(id + " is not listed");
    }

    @Test
    void oneKeyCanBeReadAndAnothersCannot() {
        var created = create("\"projects:read\"");
        var path = "/v1/api_keys/" + created.text("id");
        var read = customer.api.get(path);
        assertEquals(200, read.status());
        assertEquals("CI", read.text("name"));
        assertFalse(read.body().has("secret"));
        assertEquals(404, new Customer().api.get(path).status());
        assertEquals(404, customer.api.get("/v1/api_keys/nonsense").status());
    }

    @Test
    void aTestKeyMakesSeesAndRevokesTestKeysOnly() {
        var test = Caller.with(ControlPlane.issue(customer.organization, Environment.TEST));
        var live = create("\"projects:read\"");
        var path = "/v1/api_keys/" + live.text("id");
        assertEquals(404, test.get(path).status());
        assertEquals(404, test.delete(path).status());
        assertEquals(404, test.post(path + "/reroll", "{}").status());
        assertFalse(test.get("/v1/api_keys").body().toString().contains(live.text("id")));
        var climbing =
                test.post(
                        "/v1/api_keys",
                        """
                        {"name": "Up", "environment": "live", "scopes": ["projects:read"]}
                        """);
        assertEquals(403, climbing.status());
        var made =
                test.post(
                        "/v1/api_keys",
                        """
                        {"name": "Aside", "environment": "test", "scopes": ["projects:read"]}
                        """);
        assertEquals(201, made.status());
        assertEquals(200, customer.api.get("/v1/api_keys/" + made.text("id")).status());
    }

    @Test
    void aRevocationIsAnEventOfTheKeysOwnEnvironment() {
        var made =
                customer.api.post(
                        "/v1/api_keys",
                        """
                        {"name": "Trial", "environment": "test", "scopes": ["projects:read"]}
                        """);
        var path = "/v1/api_keys/" + made.text("id");
        assertEquals(204, customer.api.delete(path).status());
        assertEquals(204, customer.api.delete(path).status());
        assertEquals("requested", customer.api.get(path).text("revocation_reason"));
        assertEquals(0, customer.api.get("/v1/events").body().path("data").size());
        var test = Caller.with(ControlPlane.issue(customer.organization, Environment.TEST));
        var events = test.get("/v1/events?type=api_key.revoked").body().path("data");
        assertEquals(1, events.size());
        assertEquals(made.text("id"), events.at("/0/data/id").asText());
    }

    @Test
    void anExpiredKeyIsRefused() {
        var created =
                customer.api.post(
                        "/v1/api_keys",
                        """
                        {"name": "Old", "environment": "live", "scopes": ["projects:read"],
                         "expires_at": "2020-01-01T00:00:00Z"}
                        """);
        assertEquals(401, Caller.with(created.text("secret")).get("/v1/projects").status());
    }

    @Test
    void noKeyAWrongKeyAndAMistypedKeyAreAllUnauthenticated() {
        var mistyped = customer.key.substring(0, customer.key.length() - 1) + "~";
        var miscopied = customer.key.replaceFirst(".{6}$", "000000");
        for (var caller :
                new Caller[] {
                    Caller.without(),
                    Caller.with("nonsense"),
                    Caller.with(mistyped),
                    Caller.with(miscopied)
                }) {
            var answer = caller.get("/v1/projects");
            assertEquals(401, answer.status());
            assertEquals("unauthenticated", answer.text("code"));
        }
    }
}
