package io.clipforge.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TraceParentTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";

    @Test
    void whatTheSpecificationAllowsIsRead() {
        var trace = TraceParent.find("00-" + TRACE + "-" + PARENT + "-01").orElseThrow();
        assertEquals(new TraceParent(TRACE, PARENT, true), trace);
        assertFalse(TraceParent.find("00-" + TRACE + "-" + PARENT + "-00").orElseThrow().sampled());
    }

    @Test
    void whatIsWrittenReadsAsTheSame() {
        for (var text :
                new String[] {
                    "00-" + TRACE + "-" + PARENT + "-01", "00-" + TRACE + "-" + PARENT + "-00"
                }) {
            assertEquals(text, TraceParent.find(text).orElseThrow().text());
        }
    }

    /** A later version may say more at its end. */
    @Test
    void aLaterVersionIsReadAsFarAsItIsKnown() {
        assertTrue(TraceParent.find("cc-" + TRACE + "-" + PARENT + "-01-more").isPresent());
    }

    @Test
    void whatTheSpecificationForbidsIsNoTrace() {
        for (var wrong :
                new String[] {
                    "",
                    "nonsense",
                    "ff-" + TRACE + "-" + PARENT + "-01",
                    "00-" + TRACE + "-" + PARENT + "-01-more",
                    "00-" + "0".repeat(32) + "-" + PARENT + "-01",
                    "00-" + TRACE + "-" + "0".repeat(16) + "-01",
                    "00-" + TRACE.toUpperCase(java.util.Locale.ROOT) + "-" + PARENT + "-01"
                }) {
            assertTrue(TraceParent.find(wrong).isEmpty(), wrong);
        }
    }
}
