package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Machines that get tokens with an id and a secret. */
class OAuthTest {
    private static final String GRANT = "grant_type=client_credentials";

    private final Customer customer = new Customer();
    private final Caller.Answer client = create("\"projects:read\", \"projects:write\"");

    private Caller.Answer create(String scopes) {
        return customer.api.post(
                "/v1/oauth_clients",
                "{\"name\": \"CI\", \"environment\": \"live\", \"scopes\": [%s]}"
                        .formatted(scopes));
    }

    private String posted() {
        return GRANT
                + "&client_id="
                + client.text("id")
                + "&client_secret="
                + client.text("secret");
    }

    private Map<String, String> basic(String secret) {
        var pair = client.text("id") + ":" + secret;
        return Map.of(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static Caller.Answer ask(String form, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return Caller.without().send("POST", "/oauth/token", form, all);
    }

    private static void assertRefused(int status, String error, Caller.Answer answer) {
        assertEquals(status, answer.status());
        assertEquals(error, answer.text("error"));
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    @Test
    void aClientGetsATokenInBothWays() {
        for (var answer :
                new Caller.Answer[] {
                    ask(posted(), Map.of()), ask(GRANT, basic(client.text("secret")))
                }) {
            assertEquals(200, answer.status());
            assertEquals("Bearer", answer.text("token_type"));
            assertEquals(900, answer.body().path("expires_in").asInt());
            assertEquals("projects:read projects:write", answer.text("scope"));
            assertEquals("no-store", answer.header("Cache-Control"));
            var caller = Caller.with(answer.text("access_token"));
            assertEquals(200, caller.get("/v1/projects/" + customer.project).status());
            assertEquals(403, caller.get("/v1/exports").status());
        }
    }

    @Test
    void aTokenCanHaveLessThanItsClient() {
        var answer = ask(posted() + "&scope=projects%3Aread", Map.of());
        assertEquals("projects:read", answer.text("scope"));
        var caller = Caller.with(answer.text("access_token"));
        assertEquals(200, caller.get("/v1/projects").status());
        assertEquals(403, caller.post("/v1/projects", "{\"name\": \"No\"}").status());
    }

    @Test
    void whatCannotBeGrantedIsRefusedInTheWordsOfTheStandard() {
        assertRefused(400, "invalid_scope", ask(posted() + "&scope=exports%3Aread", Map.of()));
        assertRefused(400, "invalid_request", ask("scope=x", Map.of()));
        assertRefused(400, "unsupported_grant_type", ask("grant_type=password", Map.of()));
        assertRefused(401, "invalid_client", ask(GRANT, Map.of()));
        assertRefused(401, "invalid_client", ask(posted().replace("cfs_", "cfs_x"), Map.of()));
        var wrong = ask(GRANT, basic("cfs_wrong"));
        assertRefused(401, "invalid_client", wrong);
        assertTrue(wrong.header("WWW-Authenticate").startsWith("Basic"));
        assertRefused(400, "invalid_request", ask(posted(), basic(client.text("secret"))));
        assertRefused(400, "invalid_request", ask(posted() + "&scope=a&scope=b", Map.of()));
        assertRefused(401, "invalid_client", ask(GRANT, Map.of("Authorization", "Basic nonsense")));
    }

    @Test
    void theSecretOfOneClientIsNotThatOfAnother() {
        var other = create("\"projects:read\"");
        var mixed = posted().replace(client.text("id"), other.text("id"));
        assertRefused(401, "invalid_client", ask(mixed, Map.of()));
    }

    @Test
    void aRevokedClientAndItsTokensAreRefusedAtOnce() {
        var caller = Caller.with(ask(posted(), Map.of()).text("access_token"));
        assertEquals(200, caller.get("/v1/projects").status());
        var path = "/v1/oauth_clients/" + client.text("id");
        assertEquals(204, customer.api.delete(path).status());
        assertEquals(204, customer.api.delete(path).status());
        assertEquals(401, caller.get("/v1/projects").status());
        assertRefused(401, "invalid_client", ask(posted(), Map.of()));
    }

    @Test
    void theSecretIsShownOnce() {
        var listed = customer.api.get("/v1/oauth_clients").body().toString();
        assertTrue(listed.contains(client.text("id")));
        assertFalse(listed.contains("cfs_"));
        assertFalse(listed.contains("last_used_at"));
        ask(posted(), Map.of());
        assertTrue(
                customer.api.get("/v1/oauth_clients").body().toString().contains("last_used_at"));
    }

    @Test
    void nobodyMakesAMightierClientThanThemselves() {
        var made = create("\"oauth_clients:write\"");
        var token =
                ask(
                        GRANT
                                + "&client_id="
                                + made.text("id")
                                + "&client_secret="
                                + made.text("secret"),
                        Map.of());
        var answer =
                Caller.with(token.text("access_token"))
                        .post(
                                "/v1/oauth_clients",
                                """
                                {"name": "More", "environment": "live", "scopes": ["projects:write"]}
                                """);
        assertEquals(403, answer.status());
    }

    @Test
    void aClientOfAnotherOrganizationIsNotFound() {
        var path = "/v1/oauth_clients/" + client.text("id");
        assertEquals(404, ControlPlane.stranger().delete(path).status());
    }

    @Test
    void aBodyThatIsNoFormIsRefused() {
        var answer = Caller.without().post("/oauth/token", "{}");
        assertEquals(415, answer.status());
    }
}
