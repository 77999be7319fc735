package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where nothing is exported, the place of the caller is carried on all the same. */
class CarriedTracesTest {
    private static final String PLACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Customer customer = new Customer();
    private final Worker worker = new Worker(customer);

    @Test
    void theCallersPlaceReachesEveryJobOfTheFlowAndItsWebhooks() throws Exception {
        try (var hooks = new HookReceiver(customer, "ingest.completed")) {
            ingest(Map.of("traceparent", PLACE));
            for (var kind :
                    List.of(JobKind.INGEST, JobKind.TRANSCRIBE, JobKind.ANALYZE, JobKind.RANK)) {
                var claim = worker.take(kind);
                assertEquals(PLACE, claim.message().traceparent(), kind.wireName());
                worker.finish(claim);
            }
            assertEquals(PLACE, hooks.next().get("traceparent"));
        }
    }

    @Test
    void anotherAttemptIsAtTheSamePlace() {
        ingest(Map.of("traceparent", PLACE));
        var first = worker.take(JobKind.INGEST);
        worker.end(first, new JobOutcome.HandedBack());
        var second = worker.take(JobKind.INGEST);
        assertEquals(2, second.message().attempt());
        assertEquals(PLACE, second.message().traceparent());
    }

    @Test
    void whoNamesNoPlaceOrNonsenseStartsNothing() throws Exception {
        try (var hooks = new HookReceiver(customer, "transcript.ready")) {
            ingest(Map.of("traceparent", "00-nonsense"));
            for (var kind : List.of(JobKind.INGEST, JobKind.TRANSCRIBE)) {
                var claim = worker.take(kind);
                assertNull(claim.message().traceparent());
                worker.finish(claim);
            }
            assertFalse(hooks.next().containsKey("traceparent"));
        }
    }

    private void ingest(Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Idempotency-Key", Worker.key());
        var answer =
                customer.api.send(
                        "POST", "/v1/ingests", customer.newIngest(customer.upload()), all);
        assertEquals(202, answer.status());
    }
}
