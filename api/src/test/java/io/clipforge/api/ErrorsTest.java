package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.telemetry.SentryReceiver;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorsTest {
    private final Customer customer = new Customer();

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
            return caller.get("/v1/brand_kits");
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
