package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.telemetry.SentryReceiver;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErrorsTest {
    private final Customer customer = new Customer();
    private final String trace = UUID.randomUUID().toString().replace("-", "");

    /** A table that is not there is nobody's fault but ours. */
    @Test
    void whatNobodyExpectedIsOpaqueToTheCallerAndToldToTheOperator() throws Exception {
        try (var sentry = new SentryReceiver();
                var replica =
                        ControlPlane.replica(
                                Map.of(
                                        "sentry.dsn",
                                        sentry.dsn(),
                                        "sentry.environment",
                                        "tests"))) {
            var answer = withoutBrandKits(customer.api.at(replica.getURI()));
            assertEquals(500, answer.status());
            assertEquals("internal_error", answer.text("code"));
            assertFalse(answer.body().toString().contains("brand_kits_away"));

            var event = sentry.next();
            for (var expected :
                    List.of(
                            "\"request_id\":\"" + answer.header("Request-Id") + "\"",
                            "\"trace_id\":\"" + trace + "\"",
                            "\"service\":\"clipforge-api\"",
                            "\"environment\":\"tests\"",
                            "brand_kits")) {
                assertTrue(event.contains(expected), expected + " in " + event);
            }
            assertFalse(event.contains(customer.key));
        }
    }

    private Caller.Answer withoutBrandKits(Caller caller) throws SQLException {
        execute("alter table brand_kits rename to brand_kits_away");
        try {
            var place = Map.of("traceparent", "00-" + trace + "-b7ad6b7169203331-01");
            return caller.send("GET", "/v1/brand_kits", null, place);
        } finally {
            execute("alter table brand_kits_away rename to brand_kits");
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = Servers.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
