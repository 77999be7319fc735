package io.clipforge.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

@Timeout(90)
class ErrorReportsTest {
    private static final Logger log = LoggerFactory.getLogger("quiet");

    @Test
    void anErrorIsSentWithWhereItBelongsAndWithoutSecrets() throws Exception {
        try (var sentry = new SentryReceiver();
                var _ = ErrorReports.start("ours", sentry.dsn(), "1.2.3", "production");
                var _ = MDC.putCloseable("request_id", "req_1");
                var _ = MDC.putCloseable("trace_id", "0af7651916cd43dd8448eb211c80319c");
                var _ = MDC.putCloseable("customer", "HIDDEN@example.com")) {
            log.warn("not so bad");
            log.error(
                    "It broke for {}",
                    "cf_live_HIDDENHIDDENHIDDENHIDDEN",
                    new IllegalStateException(
                            "Authorization: Bearer HIDDENHIDDEN",
                            new IllegalArgumentException(
                                    "GET https://s3/a?X-Amz-Signature=HIDDEN failed")));
            var event = sentry.next();
            for (var expected :
                    List.of(
                            "It broke for cf_live_[removed]",
                            "IllegalStateException",
                            "https://s3/a?[removed]",
                            "\"request_id\":\"req_1\"",
                            "\"trace_id\":\"0af7651916cd43dd8448eb211c80319c\"",
                            "\"service\":\"ours\"",
                            "\"release\":\"1.2.3\"",
                            "\"environment\":\"production\"")) {
                assertTrue(event.contains(expected), expected + " in " + event);
            }
            assertFalse(event.contains("HIDDEN"), event);
            assertEquals(0, sentry.waiting());
        }
    }

    @Test
    void afterTheEndAndWithoutAnAddressNothingIsSent() {
        try (var sentry = new SentryReceiver()) {
            ErrorReports.start("ours", sentry.dsn(), null, null).close();
            try (var _ = ErrorReports.start("ours", " ", null, null)) {
                log.error("nobody hears this");
            }
            assertEquals(0, sentry.waiting());
        }
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ErrorReports.start("ours", "nonsense", null, null));
    }
}
