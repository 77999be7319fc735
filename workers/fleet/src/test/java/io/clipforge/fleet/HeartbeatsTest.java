package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobReport.Ended;
import io.clipforge.jobs.JobReport.Progressed;
import io.clipforge.jobs.JobReport.Started;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Lease;
import io.clipforge.jobs.redis.RedisJobQueue;
import io.clipforge.jobs.redis.RedisQueueSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(90)
class HeartbeatsTest {
    @RegisterExtension static final FleetServers fleet = new FleetServers();

    @Test
    void progressTravelsSoonerThanAHeartbeat() throws Exception {
        var go = new CountDownLatch(1);
        var handler =
                new ScriptedHandler(it -> {
                    it.progress("half", 0.5);
                    go.await();
                    return ScriptedHandler.DONE;
                });
        try (var _ = fleet.start(handler)) {
            fleet.control().submit();
            fleet.control().next(Started.class);
            long start = System.nanoTime();
            var progressed = fleet.control().next(Progressed.class);
            var time = Duration.ofNanos(System.nanoTime() - start);

            assertEquals("half", progressed.stage());
            assertEquals(0.5, progressed.progress());
            assertTrue(time.compareTo(Lease.HEARTBEAT) < 0, time::toString);
        } finally {
            go.countDown();
        }
    }

    @Test
    void aHandlerThatTalksALotIsThrottled() throws Exception {
        var stop = new CountDownLatch(1);
        var handler =
                new ScriptedHandler(it -> {
                    for (int i = 0; !stop.await(1, TimeUnit.MILLISECONDS); i++) {
                        it.progress("step " + i, 0.5);
                    }
                    return ScriptedHandler.DONE;
                });
        try (var _ = fleet.start(handler)) {
            fleet.control().submit();
            fleet.control().next(Started.class);
            var heard = fleet.control().hear(Duration.ofSeconds(2));

            assertTrue(heard.size() >= 2 && heard.size() <= 9, heard::toString);
        } finally {
            stop.countDown();
        }
    }

    @Test
    void aJobWithoutNewsIsHeardOfInTimeForItsLease() throws Exception {
        var go = new CountDownLatch(1);
        try (var _ = fleet.start(ScriptedHandler.waiting(go))) {
            fleet.control().submit();
            fleet.control().next(Started.class);
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                fleet.control().next(Progressed.class);
                var silence = Duration.ofNanos(System.nanoTime() - start);
                assertTrue(silence.compareTo(Lease.TERM.dividedBy(2)) < 0, silence::toString);
            }
        } finally {
            go.countDown();
        }
    }

    @Test
    void aKindWhoseServerHangsDoesNotSilenceTheOthers() throws Exception {
        var letGo = new CountDownLatch(1);
        var handlers =
                List.of(
                        new NeedyHandler<>(JobSpec.Rank.class, Needs.oneSlot(0)),
                        new NeedyHandler<>(JobSpec.Render.class, Needs.oneSlot(0)));
        var servers = fleet.control();
        try (var queue = new RedisJobQueue(RedisQueueSettings.at(fleet.redis().url()));
                var _ =
                        Fleet.start(
                                new HangingQueue(queue, JobKind.RENDER, letGo),
                                handlers,
                                fleet.storage(),
                                TestFleet.small(fleet.folder()))) {
            servers.submit(Specs.render());
            servers.next(Started.class);
            var quick = servers.submit();
            servers.next(Started.class);
            for (int i = 0; i < 2; i++) {
                long start = System.nanoTime();
                assertEquals(quick.jobId(), servers.next(Progressed.class).jobId());
                var silence = Duration.ofNanos(System.nanoTime() - start);
                assertTrue(silence.compareTo(Lease.TERM.dividedBy(2)) < 0, silence::toString);
            }
            letGo.countDown();
        } finally {
            letGo.countDown();
        }
    }

    @Test
    void aKilledWorkerFallsSilentAndTheNextOneCleansUpAfterIt() throws Exception {
        var process = DoomedFleet.launch(fleet.redis().url(), fleet.folder());
        JobMessage message;
        try {
            message = fleet.control().submit();
            fleet.control().next(Started.class);
            fleet.control().next(Progressed.class);
            assertEquals(2, fleet.children().size());
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        fleet.control().hear(Duration.ZERO);
        assertEquals(List.of(), fleet.control().hear(Lease.HEARTBEAT.multipliedBy(2)));

        try (var _ = fleet.start(new ScriptedHandler(_ -> ScriptedHandler.DONE))) {
            assertEquals(2, fleet.children().size());
            fleet.control().submit(new JobMessage(message.jobId(), 2, message.spec()));
            assertEquals(2, fleet.control().next(Ended.class).attempt());
        }
        assertEquals(List.of(), fleet.children());
    }
}
