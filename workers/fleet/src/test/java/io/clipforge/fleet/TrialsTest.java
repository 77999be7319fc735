package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobReport.Ended;
import io.clipforge.jobs.JobReport.Progressed;
import io.clipforge.jobs.JobReport.Started;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Trial;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(90)
class TrialsTest {
    @RegisterExtension static final FleetServers fleet = new FleetServers();

    private final ScriptedHandler handler = new ScriptedHandler(_ -> ScriptedHandler.DONE);

    @Test
    void whatIsToFailFailsAsAskedAndDoesNoWork() throws Exception {
        try (var _ = fleet.start(handler)) {
            fleet.control().submit(rank(new Trial.Fail(JobProblem.NO_AUDIO, "It was to fail.")));

            assertEquals(
                    new JobOutcome.Failed(JobProblem.NO_AUDIO, "It was to fail."),
                    fleet.control().next(Ended.class).outcome());
            assertTrue(handler.workspaces.isEmpty());
        }
    }

    @Test
    void whatIsToStumbleDoesItsWorkAtTheSecondAttempt() throws Exception {
        var spec = rank(new Trial.Stumble("It was to stumble."));
        try (var _ = fleet.start(handler)) {
            fleet.control().submit(new JobMessage(UUID.randomUUID(), 1, spec));
            assertEquals(
                    new JobOutcome.RetryLater("It was to stumble."),
                    fleet.control().next(Ended.class).outcome());

            fleet.control().submit(new JobMessage(UUID.randomUUID(), 2, spec));
            assertEquals(ScriptedHandler.DONE, fleet.control().next(Ended.class).outcome());
        }
    }

    @Test
    void whatIsToWaitTellsItsProgressAndDoesItsWorkThen() throws Exception {
        try (var _ = fleet.start(handler)) {
            fleet.control().submit(rank(new Trial.Wait(1)));

            var progress = fleet.control().next(Progressed.class);
            assertEquals("waiting as the test asked", progress.stage());
            assertEquals(ScriptedHandler.DONE, fleet.control().next(Ended.class).outcome());
        }
    }

    @Test
    void whatWaitsIsCancelledAtOnce() throws Exception {
        try (var _ = fleet.start(handler)) {
            fleet.control().submit(rank(new Trial.Wait(Trial.Wait.LONGEST)));
            var run = fleet.control().next(Started.class).run();
            fleet.control().queue.cancel(run);

            assertEquals(new JobOutcome.Cancelled(), fleet.control().next(Ended.class).outcome());
            assertTrue(handler.workspaces.isEmpty());
        }
    }

    private static JobSpec rank(Trial trial) {
        var id = UUID.randomUUID();
        return new JobSpec.Rank(id, 1000, "t", "a", null, 1, 2, 3, "org/" + id + "/", trial);
    }
}
