package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
        for (var caller :
                new Caller[] {Caller.without(), Caller.with("nonsense"), Caller.with(mistyped)}) {
            var answer = caller.get("/v1/projects");
            assertEquals(401, answer.status());
            assertEquals("unauthenticated", answer.text("code"));
        }
    }
}
