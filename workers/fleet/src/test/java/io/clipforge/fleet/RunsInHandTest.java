package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.tracing.RunSpans;
import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.jobs.JobReport.Ended;
import io.clipforge.telemetry.Spans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class RunsInHandTest {
    @RegisterExtension static final FleetServers fleet = new FleetServers();

    @Test
    void aCancelThatOvertakesTheClaimIsNotLost() throws Exception {
        var claim = claim();
        try (var runs = runs(new ScriptedHandler(_ -> ScriptedHandler.waitForEver()))) {
            runs.cancel(claim.run());
            runs.begin(claim);

            assertEquals(new Ended(claim.message().jobId(), 1, claim.run(), cancelled()), end());
        }
    }

    @Test
    void cancelsOfRunsThatNeverComeAreForgotten() throws Exception {
        var claim = claim();
        try (var runs = runs(new ScriptedHandler(_ -> ScriptedHandler.DONE))) {
            runs.cancel(claim.run());
            Stream.generate(UUID::randomUUID).limit(RunsByName.REMEMBERED).forEach(runs::cancel);
            runs.begin(claim);

            assertEquals(ScriptedHandler.DONE, end().outcome());
            assertTrue(runs.ended(Duration.ofSeconds(30)));
            assertTrue(runs.all().isEmpty());
        }
    }

    private static Claim claim() {
        return new Claim(new JobMessage(UUID.randomUUID(), 1, Specs.rank()), UUID.randomUUID());
    }

    private static Ended end() {
        return fleet.control().next(Ended.class);
    }

    private static JobOutcome cancelled() {
        return new JobOutcome.Cancelled();
    }

    private static RunsInHand runs(JobHandler<?> handler) throws IOException {
        var settings = TestFleet.small(fleet.folder());
        var handlers = new JobHandlers(List.of(handler));
        var capacity = new Capacity(handlers, settings);
        return new RunsInHand(
                fleet.control().queue,
                handlers,
                new Attempts(fleet.store(), new Workspaces(settings)),
                capacity,
                new JobMetrics(new SimpleMeterRegistry(), capacity),
                new RunSpans(Spans.none()));
    }
}
