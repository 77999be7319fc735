package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class PagingTest {
    private final Customer customer = new Customer();

    private String add(int number) {
        return customer.api.post("/v1/projects", "{\"name\": \"P" + number + "\"}").text("id");
    }

    @Test
    void aWalkMeetsEveryRowOnceThoughRowsAreAddedMeanwhile() {
        var before = new ArrayList<String>();
        before.add(customer.project);
        for (int i = 0; i < 7; i++) {
            before.add(add(i));
        }
        var met = new ArrayList<String>();
        var cursor = "";
        do {
            var page = customer.api.get("/v1/projects?limit=3" + cursor).body();
            page.path("data").forEach(it -> met.add(it.path("id").asText()));
            add(100 + met.size());
            cursor = page.has("next_cursor") ? "&cursor=" + page.path("next_cursor").asText() : "";
            assertEquals(page.path("has_more").asBoolean(), page.has("next_cursor"));
        } while (!cursor.isEmpty());
        assertEquals(new HashSet<>(before), new HashSet<>(met));
        assertEquals(before.size(), met.size());
    }

    @Test
    void aCursorOfAnotherListOrAnotherCallerIsRefused() {
        add(1);
        var page = customer.api.get("/v1/projects?limit=1").body();
        var cursor = page.path("next_cursor").asText();
        assertFalse(cursor.isEmpty());
        assertEquals(400, customer.api.get("/v1/events?cursor=" + cursor).status());
        assertEquals(400, new Customer().api.get("/v1/projects?cursor=" + cursor).status());
        assertEquals(400, customer.api.get("/v1/projects?cursor=nonsense").status());
        assertEquals(200, customer.api.get("/v1/projects?cursor=" + cursor).status());
    }

    @Test
    void aLimitBeyondTheBoundsIsRefused() {
        assertEquals(422, customer.api.get("/v1/projects?limit=0").status());
        assertEquals(422, customer.api.get("/v1/projects?limit=101").status());
        assertTrue(customer.api.get("/v1/projects?limit=100").status() == 200);
    }
}
