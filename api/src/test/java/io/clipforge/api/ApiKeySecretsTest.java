package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** Rerolls and leaks: which secrets of a key work when. */
class ApiKeySecretsTest {
    private final Customer customer = new Customer();
    private final Caller.Answer made = make("projects:read");
    private final String path = "/v1/api_keys/" + made.text("id");

    private Caller.Answer make(String scope) {
        return customer.api.post(
                "/v1/api_keys",
                "{\"name\": \"CI\", \"environment\": \"live\", \"scopes\": [\"%s\"]}"
                        .formatted(scope));
    }

    private Caller.Answer reroll(String body) {
        return customer.api.post(path + "/reroll", body);
    }

    private static int use(String secret) {
        return Caller.with(secret).get("/v1/projects").status();
    }

    private static void report(String secret) {
        var answer =
                Caller.without()
                        .post(
                                "/v1/api_keys/report_leak",
                                """
                                {"secret": "%s", "found_at_url": "https://example.com/paste/1"}
                                """
                                        .formatted(secret));
        assertEquals(204, answer.status());
        assertEquals(0, answer.raw().body().length);
    }

    @Test
    void afterARerollBothSecretsWorkAndTheKeyIsTheSame() {
        var rerolled = reroll("{}");
        assertEquals(200, rerolled.status());
        assertEquals(made.text("id"), rerolled.text("id"));
        assertNotEquals(made.text("secret"), rerolled.text("secret"));
        assertEquals(200, use(made.text("secret")));
        assertEquals(200, use(rerolled.text("secret")));
    }

    /** A client that did not get the answer asks again; what is deployed must not stop for that. */
    @Test
    void aRepeatedRerollLeavesTheFirstSecretItsTime() {
        reroll("{}");
        reroll("{\"overlap_seconds\": 604800}");
        assertEquals(200, use(made.text("secret")));
    }

    @Test
    void withoutOverlapTheOldSecretsStopAtOnce() {
        var second = reroll("{}").text("secret");
        var third = reroll("{\"overlap_seconds\": 0}").text("secret");
        assertEquals(401, use(made.text("secret")));
        assertEquals(401, use(second));
        assertEquals(200, use(third));
    }

    @Test
    void whenTheOverlapIsOverTheOldSecretIsRefused() {
        var rerolled = reroll("{\"overlap_seconds\": 1}").text("secret");
        Eventually.see(() -> use(made.text("secret")), it -> it == 401);
        assertEquals(200, use(rerolled));
    }

    @Test
    void anOverlapBeyondAWeekIsRefused() {
        assertEquals(422, reroll("{\"overlap_seconds\": 604801}").status());
        assertEquals(422, reroll("{\"overlap_seconds\": -1}").status());
    }

    @Test
    void aRevokedKeyGetsNoNewSecretAndAllItHasAreDead() {
        var rerolled = reroll("{}").text("secret");
        customer.api.delete(path);
        assertEquals(401, use(made.text("secret")));
        assertEquals(401, use(rerolled));
        assertEquals(409, reroll("{}").status());
    }

    @Test
    void aMightierKeyCannotBeRerolled() {
        var minter = Caller.with(make("api_keys:write").text("secret"));
        assertEquals(403, minter.post(path + "/reroll", "{}").status());
    }

    @Test
    void aReportedSecretIsRevokedAndItsOrganizationIsTold() {
        assertEquals(200, use(made.text("secret")));
        report(made.text("secret"));
        assertEquals(401, use(made.text("secret")));
        var key = customer.api.get(path);
        assertEquals("leaked", key.text("revocation_reason"));
        assertEquals("https://example.com/paste/1", key.text("leak_found_at_url"));
        var event = customer.api.get("/v1/events?type=api_key.revoked").body().at("/data/0");
        assertEquals(made.text("id"), event.path("resource_id").asText());
        assertEquals("leaked", event.at("/data/revocation_reason").asText());
    }

    @Test
    void reportingWhatIsNoKeyIsAnsweredAlike() {
        report("cf_live_nonsense");
        report(made.text("secret").replace("cf_live_", "cf_test_"));
        assertEquals(200, use(made.text("secret")));
    }

    @Test
    void reportingAReplacedSecretStopsThatOneOnly() {
        var rerolled = reroll("{}").text("secret");
        report(made.text("secret"));
        assertEquals(401, use(made.text("secret")));
        assertEquals(200, use(rerolled));
    }
}
