package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.telemetry.OtlpReceiver;
import io.clipforge.telemetry.OtlpReceiver.Received;
import io.clipforge.telemetry.TraceParent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TracesTest {
    private final OtlpReceiver collector = Servers.COLLECTOR;
    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private final String caller = "00-" + trace + "-b7ad6b7169203331-01";
    private final Customer customer = new Customer();
    private final Worker worker = new Worker(customer);

    @Test
    void aRequestStandsUnderItsCaller() {
        var answer = send(customer.api, "GET", "/v1/projects?limit=3", caller);
        var span = await("listProjects");
        assertTrue(span.isUnder(caller));
        assertEquals("SERVER", span.kind());
        assertEquals("clipforge-api", span.service());
        assertEquals(
                Map.of(
                        "http.request.method", "GET",
                        "http.route", "/v1/projects",
                        "url.path", "/v1/projects",
                        "url.scheme", "http",
                        "http.response.status_code", String.valueOf(answer.status()),
                        "clipforge.request_id", answer.header("Request-Id")),
                span.attributes());
        assertFalse(span.failed());
    }

    /** What is in the wrong place of an address may be a secret. */
    @Test
    void noAddressThatIsNotOursAndNoKeyIsNamed() {
        send(customer.api, "GET", "/v1/projects/" + customer.key, caller);
        assertEquals(
                "/v1/projects/cf_live_[removed]", await("getProject").attributes().get("url.path"));
        send(customer.api, "GET", "/v1/nothing/here", caller);
        var nowhere = await("GET");
        assertFalse(nowhere.attributes().containsKey("url.path"));
        assertEquals("404", nowhere.attributes().get("http.response.status_code"));
    }

    @Test
    void anIngestIsOneTraceFromItsRequestToItsWebhook() throws Exception {
        try (var hooks = new HookReceiver(customer, "ingest.completed")) {
            ingest(caller);
            var request = await("createIngest");
            assertTrue(request.isUnder(caller));

            var asked = request;
            for (var kind :
                    List.of(JobKind.INGEST, JobKind.TRANSCRIBE, JobKind.ANALYZE, JobKind.RANK)) {
                var claim = worker.take(kind);
                assertSent(claim, asked);
                worker.finish(claim);
                var settled = settled(claim);
                assertTrue(settled.isUnder(asked), kind.wireName());
                asked = kind == JobKind.INGEST ? settled : asked;
                if (kind == JobKind.RANK) {
                    assertDelivered(hooks.next(), settled);
                }
            }
        }
    }

    @Test
    void eachAttemptIsAStepOfItsOwn() {
        ingest(caller);
        var request = await("createIngest");
        var first = worker.take(JobKind.INGEST);
        worker.end(first, new JobOutcome.HandedBack());
        var second = worker.take(JobKind.INGEST);
        assertEquals(2, second.message().attempt());
        assertSent(first, request);
        assertSent(second, request);
        assertTrue(settled(first).isUnder(request));
    }

    @Test
    void whatTheCallerDoesNotSampleKeepsItsTraceAndIsNotSent() {
        ingest(caller.replaceFirst("01$", "00"));
        var place = place(worker.take(JobKind.INGEST));
        assertEquals(trace, place.traceId());
        assertFalse(place.sampled());
        send(customer.api, "GET", "/v1/projects", caller); // would come after what is not sent
        await("listProjects");
        assertTrue(spans().stream().allMatch(it -> it.name().equals("listProjects")));
    }

    @Test
    void aPlaceThatCannotBeReadIsIgnored() {
        ingest("00-" + trace + "-nonsense-01");
        assertFalse(trace.equals(place(worker.take(JobKind.INGEST)).traceId()));
    }

    /** A replica that exports nothing; the others take the job from there. */
    @Test
    void whoExportsNothingCarriesThePlaceOfItsCallerOn() {
        try (var silent = ControlPlane.replica(Map.of("otel.sdk.disabled", "true"))) {
            var answer =
                    customer.api
                            .at(silent.getURI())
                            .send(
                                    "POST",
                                    "/v1/ingests",
                                    customer.newIngest(customer.upload()),
                                    Map.of("traceparent", caller, "Idempotency-Key", Worker.key()));
            assertEquals(202, answer.status());
            assertEquals(trace, place(worker.take(JobKind.INGEST)).traceId());
            assertTrue(spans().stream().noneMatch(it -> it.name().equals("createIngest")));
        }
    }

    /** Nobody listens on port 1. */
    @Test
    void aCollectorThatIsAwayChangesNoAnswer() {
        var away = Map.<String, Object>of("otel.exporter.otlp.endpoint", "http://127.0.0.1:1");
        try (var replica = ControlPlane.replica(away)) {
            for (int i = 0; i < 20; i++) {
                var answer = send(customer.api.at(replica.getURI()), "GET", "/v1/projects", caller);
                assertEquals(200, answer.status());
            }
            var lost =
                    replica.getApplicationContext()
                            .getBean(MeterRegistry.class)
                            .get("clipforge.traces.spans")
                            .tag("fate", "failed")
                            .functionCounter();
            Eventually.see(lost::count, it -> it > 0);
        }
    }

    private void assertSent(Claim claim, Received asked) {
        var kind = claim.message().spec().kind();
        var place = Objects.requireNonNull(claim.message().traceparent());
        var sent = collector.await("send " + kind, it -> it.isAt(place));
        assertTrue(sent.isUnder(asked), kind);
        assertEquals("PRODUCER", sent.kind());
        assertEquals(
                Map.of(
                        "clipforge.job.id",
                        claim.message().jobId().toString(),
                        "clipforge.job.attempt",
                        String.valueOf(claim.message().attempt()),
                        "messaging.system",
                        "redis",
                        "messaging.operation.name",
                        "send",
                        "messaging.operation.type",
                        "send",
                        "messaging.destination.name",
                        kind,
                        "messaging.message.id",
                        claim.message().jobId() + "/" + claim.message().attempt()),
                sent.attributes());
    }

    private void assertDelivered(Map<String, String> headers, Received settled) {
        var place = Objects.requireNonNull(headers.get("traceparent"));
        var delivered = collector.await("POST", it -> it.isAt(place));
        assertTrue(delivered.isUnder(settled));
        assertEquals("CLIENT", delivered.kind());
        assertEquals("127.0.0.1", delivered.attributes().get("server.address"));
        assertEquals("204", delivered.attributes().get("http.response.status_code"));
        assertEquals(headers.get("webhook-id"), delivered.attributes().get("clipforge.event.id"));
        assertFalse(delivered.toString().contains("token=secret"));
    }

    private Received settled(Claim claim) {
        var message = claim.message();
        var wanted =
                Map.of(
                        "clipforge.job.id", message.jobId().toString(),
                        "clipforge.job.attempt", String.valueOf(message.attempt()));
        return collector.await(
                "settle " + message.spec().kind(), it -> it.attributes().equals(wanted));
    }

    private static TraceParent place(Claim claim) {
        return TraceParent.find(Objects.requireNonNull(claim.message().traceparent()))
                .orElseThrow();
    }

    private Received await(String name) {
        return collector.await(name, it -> it.traceId().equals(trace));
    }

    private List<Received> spans() {
        return collector.spans().stream().filter(it -> it.traceId().equals(trace)).toList();
    }

    private void ingest(String traceparent) {
        var headers = Map.of("traceparent", traceparent, "Idempotency-Key", Worker.key());
        var body = customer.newIngest(customer.upload());
        assertEquals(202, customer.api.send("POST", "/v1/ingests", body, headers).status());
    }

    private static Caller.Answer send(
            Caller caller, String method, String path, String traceparent) {
        return caller.send(method, path, null, Map.of("traceparent", traceparent));
    }
}
