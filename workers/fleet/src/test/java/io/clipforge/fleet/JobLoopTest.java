package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobReport.Ended;
import io.clipforge.jobs.JobReport.Started;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(90)
class JobLoopTest {
    private static final Duration GRACE = Duration.ofSeconds(30);

    @RegisterExtension static final FleetServers fleet = new FleetServers();

    @Test
    void aStoppedLoopHandsItsJobBack() throws Exception {
        var handler = new ScriptedHandler(_ -> ScriptedHandler.waitForEver());
        try (var _ = fleet.start(handler)) {
            fleet.control().submit();
            fleet.control().next(Started.class);
            handler.workspaces.take();
        }

        assertEquals(new JobOutcome.HandedBack(), fleet.control().next(Ended.class).outcome());
        assertEquals(List.of(), fleet.children());
    }

    @Test
    void aStoppingLoopLetsItsJobFinishAndTakesNoOther() throws Exception {
        var go = new CountDownLatch(1);
        var handler = ScriptedHandler.waiting(go);
        var stopping =
                new TestFleet(
                        fleet.redis().url(),
                        fleet.storage(),
                        TestFleet.settings(2, fleet.folder(), GRACE),
                        List.of(handler));
        fleet.control().submit();
        handler.workspaces.take();

        var closed = CompletableFuture.runAsync(stopping.loop::close);
        // once a claim is over, none follows: the second waits for longer than one lasts
        assertThrows(TimeoutException.class, () -> closed.get(3, TimeUnit.SECONDS));
        fleet.control().submit();
        go.countDown();
        closed.get(GRACE.toSeconds(), TimeUnit.SECONDS);

        assertEquals(ScriptedHandler.DONE, fleet.control().next(Ended.class).outcome());
        assertEquals(1, fleet.control().waiting(JobKind.RANK));
        stopping.close();
    }

    @Test
    void noMoreJobsAreDoneAtOnceThanThereAreSlots() throws Exception {
        var both = new CountDownLatch(2);
        var handler =
                new ScriptedHandler(_ -> {
                    both.countDown();
                    both.await();
                    return ScriptedHandler.DONE;
                });
        try (var _ = fleet.start(handler)) {
            var submitted = new HashSet<UUID>();
            IntStream.range(0, 12).forEach(_ -> submitted.add(fleet.control().submit().jobId()));
            var ended = new HashSet<UUID>();
            while (ended.size() < submitted.size()) {
                ended.add(fleet.control().next(Ended.class).jobId());
            }

            assertEquals(submitted, ended);
            assertEquals(2, handler.mostAtOnce.get());
        }
    }

    @Test
    void onlyKindsWithAHandlerAreClaimed() throws Exception {
        fleet.control().submit(Specs.analyze());
        try (var _ = fleet.start(new ScriptedHandler(_ -> ScriptedHandler.DONE))) {
            fleet.control().submit();
            fleet.control().next(Ended.class);

            assertEquals(1, fleet.control().waiting(JobKind.ANALYZE));
        }
    }

    @Test
    void twoHandlersOfOneKindAreRefused() {
        var handler = new ScriptedHandler(_ -> ScriptedHandler.DONE);

        assertThrows(IllegalStateException.class, () -> new JobHandlers(List.of(handler, handler)));
    }

    @Test
    void aJobGoesOnWhileTheQueueIsAwayAndItsEndArrivesAfterwards() throws Exception {
        var go = new CountDownLatch(1);
        try (var worker = fleet.start(ScriptedHandler.waiting(go))) {
            var message = fleet.control().submit();
            var run = fleet.control().next(Started.class).run();
            fleet.redis().stop();
            try {
                while (worker.loop.connected()) {
                    Thread.onSpinWait();
                }
                go.countDown();
            } finally {
                fleet.redis().startAgain();
            }

            var ended = fleet.control().next(Ended.class);
            assertEquals(new Ended(message.jobId(), 1, run, ScriptedHandler.DONE), ended);
            var next = fleet.control().submit();
            assertEquals(next.jobId(), fleet.control().next(Ended.class).jobId());
        } finally {
            go.countDown();
        }
    }
}
