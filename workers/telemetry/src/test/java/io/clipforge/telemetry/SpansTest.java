package io.clipforge.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.telemetry.Step.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SpansTest {
    private static final TraceParent CALLER =
            new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true);

    @Test
    void aStepArrivesWithItsFactsUnderWhatBroughtItAbout() {
        try (var collector = new OtlpReceiver();
                var spans = Spans.of("ours", collector.settings())) {
            try (var step = spans.begin("work", Kind.CONSUMER, CALLER)) {
                step.put("text", "a").put("number", 7).fail("broken");
                assertEquals(CALLER.traceId(), place(step).traceId());
            }
            var span = collector.await("work", _ -> true);
            assertTrue(span.isUnder(CALLER.text()));
            assertEquals("ours", span.service());
            assertEquals("CONSUMER", span.kind());
            assertTrue(span.failed());
            assertEquals(
                    Map.of("text", "a", "number", "7", "error.type", "broken"), span.attributes());
        }
    }

    @Test
    void aStepUnderAnotherBelongsToItsTrace() {
        try (var collector = new OtlpReceiver();
                var spans = Spans.of("ours", collector.settings())) {
            try (var outer = spans.begin("outer", Kind.SERVER, null);
                    var _ = spans.begin("inner", Kind.INTERNAL, outer.place())) {
                assertTrue(place(outer).sampled());
            }
            var outer = collector.await("outer", _ -> true);
            assertTrue(collector.await("inner", _ -> true).isUnder(outer));
            assertEquals("", outer.parentId());
        }
    }

    @Test
    void whatTheCallerDoesNotSampleIsCarriedOnAndNotSent() {
        try (var collector = new OtlpReceiver();
                var spans = Spans.of("ours", collector.settings())) {
            var unsampled = new TraceParent(CALLER.traceId(), CALLER.parentId(), false);
            try (var step = spans.begin("hidden", Kind.SERVER, unsampled)) {
                assertEquals(CALLER.traceId(), place(step).traceId());
                assertFalse(place(step).sampled());
            }
            spans.begin("seen", Kind.SERVER, null).close();
            collector.await("seen", _ -> true);
            assertEquals(List.of("seen"), names(collector));
        }
    }

    @Test
    void theStandardSettingsDecideWhatIsSampled() {
        try (var collector = new OtlpReceiver()) {
            var settings = new HashMap<>(collector.settings());
            settings.put("otel.traces.sampler", "parentbased_always_off");
            try (var spans = Spans.of("ours", settings)) {
                spans.begin("ours alone", Kind.SERVER, null).close();
                spans.begin("asked for", Kind.SERVER, CALLER).close();
                collector.await("asked for", _ -> true);
                assertEquals(List.of("asked for"), names(collector));
            }
        }
    }

    @Test
    void theOperatorMayNameTheService() {
        try (var collector = new OtlpReceiver()) {
            var settings = new HashMap<>(collector.settings());
            settings.put("otel.service.name", "theirs");
            try (var spans = Spans.of("ours", settings)) {
                spans.begin("work", Kind.SERVER, null).close();
                assertEquals("theirs", collector.await("work", _ -> true).service());
            }
        }
    }

    @Test
    void whatWaitsAtTheEndIsStillSent() {
        try (var collector = new OtlpReceiver()) {
            var settings = new HashMap<>(collector.settings());
            settings.put("otel.bsp.schedule.delay", "60000");
            try (var spans = Spans.of("ours", settings)) {
                spans.begin("last", Kind.SERVER, null).close();
            }
            assertEquals(List.of("last"), names(collector));
        }
    }

    @Test
    void withoutAnAddressThereIsNoThreadAndPlacesAreCarriedOn() {
        var before = exporting();
        for (var settings :
                List.of(
                        Map.<String, String>of(),
                        Map.of("otel.exporter.otlp.endpoint", " "),
                        Map.of(
                                "otel.exporter.otlp.endpoint",
                                "http://127.0.0.1:1",
                                "otel.sdk.disabled",
                                "true"))) {
            try (var spans = Spans.of("ours", settings)) {
                assertFalse(spans.exported());
                assertEquals(CALLER, spans.begin("work", Kind.SERVER, CALLER).place());
                assertNull(spans.begin("work", Kind.SERVER, null).place());
                assertTrue(before.containsAll(exporting())); // those of other tests may be ending
            }
        }
    }

    /** Nobody listens there, and the queue is small: what is lost is counted, and nobody waits. */
    @Test
    void aCollectorThatIsAwayCostsSpansAndNothingElse() throws IOException {
        var settings =
                Map.of(
                        "otel.exporter.otlp.endpoint", "http://127.0.0.1:" + closedPort(),
                        "otel.exporter.otlp.timeout", "200",
                        "otel.bsp.max.queue.size", "16",
                        "otel.bsp.max.export.batch.size", "8",
                        "otel.bsp.schedule.delay", "20");
        try (var spans = Spans.of("ours", settings)) {
            for (int i = 0; i < 2_000; i++) {
                spans.begin("work", Kind.SERVER, null).close();
            }
            while (spans.failed() == 0) {
                Thread.onSpinWait();
            }
            assertEquals(0, spans.taken());
            assertNotEquals(0, spans.dropped());
        }
    }

    private static Set<Thread> exporting() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(it -> it.getName().contains("BatchSpanProcessor"))
                .collect(Collectors.toSet());
    }

    private static TraceParent place(Step step) {
        return Objects.requireNonNull(step.place());
    }

    private static List<String> names(OtlpReceiver collector) {
        return collector.spans().stream().map(OtlpReceiver.Received::name).toList();
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
