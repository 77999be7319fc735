package io.clipforge.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.api.housekeeping.Schedule;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.secrets.MasterKeys;
import io.clipforge.api.secrets.SecretBox;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How secrets lie in the database, and that they do so under the key of today. */
class SealedSecretsTest {
    private final Customer customer = new Customer();

    /** The key of the day before, as the configuration of the tests keeps it. */
    private final SecretBox yesterday =
            new SecretBox(
                    MasterKeys.of(
                            Map.of(
                                    ControlPlane.OLD_KEY,
                                    Base64.getDecoder().decode(ControlPlane.OLD_KEY_BYTES)),
                            null,
                            "unused"));

    private JsonNode endpoint() {
        var answer =
                customer.api.post(
                        "/v1/webhook_endpoints",
                        "{\"url\": \"https://example.com/hook\", \"event_types\": [\"ingest.completed\"]}");
        assertEquals(201, answer.status());
        return answer.body();
    }

    private static UUID id(JsonNode endpoint) {
        return TypeId.WEBHOOK_ENDPOINT.find(endpoint.path("id").asText()).orElseThrow();
    }

    private static String stored(String column, JsonNode endpoint) {
        return String.valueOf(
                Database.look(
                        "select %s from webhook_endpoints where id = ?".formatted(column),
                        id(endpoint)));
    }

    /** Seals nothing by itself: what lies there is read as the database has it. */
    private static String opened(String column, JsonNode endpoint) {
        var box = ControlPlane.bean(SecretBox.class);
        return new String(
                box.open(stored(column, endpoint), "webhook_endpoints/" + id(endpoint)), UTF_8);
    }

    private static void rotate() {
        var work =
                ControlPlane.beans(Schedule.class).stream()
                        .filter(it -> it.name().equals("rotate-secrets"))
                        .findFirst()
                        .orElseThrow()
                        .begin();
        boolean more = true;
        while (more) {
            more = work.step();
        }
    }

    @Test
    void noTableHoldsASecretThatCanBeRead() {
        var endpoint = endpoint();
        var path = "/v1/webhook_endpoints/" + endpoint.path("id").asText() + "/rotate_secret";
        var rotated = customer.api.post(path, "");
        assertEquals(rotated.text("secret"), opened("secret", endpoint));
        assertEquals(endpoint.path("secret").asText(), opened("previous_secret", endpoint));
        for (var table :
                Database.column(
                        "select tablename from pg_tables where schemaname = 'public' order by 1")) {
            var found =
                    Database.value(
                            "select count(*) from \"%s\" as it where it::text like '%%whsec\\_%%'"
                                    .formatted(table));
            assertEquals("0", found, table);
        }
    }

    @Test
    void aPlainSecretFromEarlierIsSealedByTheNextRound() {
        var endpoint = endpoint();
        var secret = endpoint.path("secret").asText();
        Database.change(
                "update webhook_endpoints set secret = ?, updated_at = created_at where id = ?",
                secret,
                id(endpoint));
        assertEquals("", stored("secret_key", endpoint));
        rotate();
        assertEquals(ControlPlane.KEY, stored("secret_key", endpoint));
        assertEquals(secret, opened("secret", endpoint));
        assertEquals("t", stored("updated_at = created_at", endpoint), "nobody sees a change");
    }

    @Test
    void whatWasSealedUnderTheOldKeyIsSealedUnderTheNewOne() {
        for (int i = 0; i < 3; i++) {
            var endpoint = endpoint();
            var context = "webhook_endpoints/" + id(endpoint);
            Database.change(
                    """
                    update webhook_endpoints
                       set secret = ?, previous_secret = ?, previous_secret_expires_at = now() + interval '1 hour'
                     where id = ?
                    """,
                    yesterday.seal("whsec_new".getBytes(UTF_8), context),
                    yesterday.seal("whsec_old".getBytes(UTF_8), context),
                    id(endpoint));
        }
        var deleted = endpoint();
        var path = "/v1/webhook_endpoints/" + deleted.path("id").asText();
        assertEquals(204, customer.api.delete(path).status());
        Database.change(
                "update webhook_endpoints set secret = ? where id = ?",
                yesterday.seal("whsec_gone".getBytes(UTF_8), "webhook_endpoints/" + id(deleted)),
                id(deleted));
        rotate();
        assertEquals(
                "0",
                Database.value(
                        "select count(*) from webhook_endpoints where secret_key = '%s' or previous_secret_key = '%s'"
                                .formatted(ControlPlane.OLD_KEY, ControlPlane.OLD_KEY)));
    }

    @Test
    void aPreviousSecretThatSignsNoMoreIsForgotten() {
        var endpoint = endpoint();
        Database.change(
                """
                update webhook_endpoints
                   set previous_secret = secret, previous_secret_expires_at = now() - interval '1 second'
                 where id = ?
                """,
                id(endpoint));
        rotate();
        assertNull(
                Database.look(
                        "select previous_secret from webhook_endpoints where id = ?",
                        id(endpoint)));
        assertEquals(endpoint.path("secret").asText(), opened("secret", endpoint));
    }

    /** A text that was copied from another row is not the row's own. */
    @Test
    void oneThatCannotBeOpenedStaysAsItIsAndHoldsUpNoOther() {
        var bad = endpoint();
        var good = endpoint();
        var foreign = yesterday.seal("whsec_theirs".getBytes(UTF_8), "webhook_endpoints/other");
        Database.change("update webhook_endpoints set secret = ? where id = ?", foreign, id(bad));
        Database.change(
                "update webhook_endpoints set secret = ? where id = ?",
                good.path("secret").asText(),
                id(good));
        try {
            var e = assertThrows(IllegalStateException.class, SealedSecretsTest::rotate);
            assertTrue(String.valueOf(e.getMessage()).startsWith("1 "), e.getMessage());
            assertEquals(foreign, stored("secret", bad));
            assertEquals(good.path("secret").asText(), opened("secret", good));
        } finally {
            Database.change("delete from webhook_endpoints where id = ?", id(bad));
        }
    }
}
