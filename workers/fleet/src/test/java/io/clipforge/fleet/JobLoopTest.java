package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobReport.Ended;
import io.clipforge.jobs.JobReport.Progressed;
import io.clipforge.jobs.JobReport.Started;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Lease;
import io.clipforge.jobs.Waveform;
import io.clipforge.jobs.redis.ThrowawayRedis;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(90)
class JobLoopTest {
    private static final Duration GRACE = Duration.ofSeconds(30);

    @TempDir static Path objects;

    private static ThrowawayRedis redis;
    private static ThrowawayStorage storage;
    private static ObjectStore store;

    @TempDir Path folder;

    private ControlPlane control;

    @BeforeAll
    static void startServers() throws Exception {
        redis = ThrowawayRedis.start();
        storage = new ThrowawayStorage(objects);
        store = new ObjectStore(storage.settings());
    }

    @AfterAll
    static void stopServers() throws IOException {
        store.close();
        storage.close();
        redis.close();
    }

    @BeforeEach
    void open() {
        redis.forgetEverything();
        control = new ControlPlane(redis.url());
    }

    @AfterEach
    void close() {
        control.close();
    }

    @Test
    void aJobIsDoneAndItsEndReported() throws Exception {
        var handler = new ScriptedHandler(_ -> ScriptedHandler.DONE);
        try (var _ = start(handler)) {
            var message = control.submit();

            var started = control.next(Started.class);
            assertEquals(new Started(message.jobId(), 1, started.run(), "test"), started);
            assertEquals(
                    new Ended(message.jobId(), 1, started.run(), ScriptedHandler.DONE),
                    control.next(Ended.class));
            assertFalse(Files.exists(handler.workspaces.take()));
        }
    }

    @Test
    void whatAJobStoresLiesUnderItsOwnRun() throws Exception {
        var waveform = new Waveform(100, List.of(0.5));
        var read = new AtomicReference<Waveform>();
        var key = new AtomicReference<String>();
        var handler =
                new ScriptedHandler(it -> {
                    key.set(it.write("waveform.json", waveform));
                    read.set(it.read(key.get(), Waveform.class));
                    var fetched = it.fetch(key.get());
                    assertTrue(fetched.startsWith(it.workspace()));
                    it.store("copy.json", fetched, "application/json");
                    return ScriptedHandler.DONE;
                });
        try (var _ = start(handler)) {
            var message = control.submit();
            var ended = control.next(Ended.class);

            assertEquals(ScriptedHandler.DONE, ended.outcome());
            var prefix = message.spec().outputPrefix() + ended.run() + "/";
            assertEquals(prefix + "waveform.json", key.get());
            assertEquals(waveform, read.get());
            assertEquals(-1, mismatch(key.get(), prefix + "copy.json"));
        }
    }

    @Test
    void progressTravelsSoonerThanAHeartbeat() throws Exception {
        var go = new CountDownLatch(1);
        var handler =
                new ScriptedHandler(it -> {
                    it.progress("half", 0.5);
                    go.await();
                    return ScriptedHandler.DONE;
                });
        try (var _ = start(handler)) {
            control.submit();
            control.next(Started.class);
            long start = System.nanoTime();
            var progressed = control.next(Progressed.class);
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
        try (var _ = start(handler)) {
            control.submit();
            control.next(Started.class);
            var heard = control.hear(Duration.ofSeconds(2));

            assertTrue(heard.size() >= 2 && heard.size() <= 9, heard::toString);
        } finally {
            stop.countDown();
        }
    }

    @Test
    void aJobWithoutNewsIsHeardOfInTimeForItsLease() throws Exception {
        var go = new CountDownLatch(1);
        try (var _ = start(ScriptedHandler.waiting(go))) {
            control.submit();
            control.next(Started.class);
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                control.next(Progressed.class);
                var silence = Duration.ofNanos(System.nanoTime() - start);
                assertTrue(silence.compareTo(Lease.TERM.dividedBy(2)) < 0, silence::toString);
            }
        } finally {
            go.countDown();
        }
    }

    @Test
    void cancellingInterruptsWithinASecondAndLeavesNothingBehind() throws Exception {
        var key = new AtomicReference<String>();
        var stored = new CountDownLatch(1);
        var handler =
                new ScriptedHandler(it -> {
                    key.set(it.write("waveform.json", new Waveform(1, List.of())));
                    Files.writeString(it.workspace().resolve("half"), "x");
                    stored.countDown();
                    return waitForEver();
                });
        try (var _ = start(handler)) {
            control.submit();
            var run = control.next(Started.class).run();
            stored.await();
            store.read(key.get());

            long start = System.nanoTime();
            control.queue.cancel(run);
            var ended = control.next(Ended.class);
            var time = Duration.ofNanos(System.nanoTime() - start);

            assertEquals(new JobOutcome.Cancelled(), ended.outcome());
            assertTrue(time.compareTo(Duration.ofSeconds(1)) < 0, time::toString);
            assertFalse(Files.exists(handler.workspaces.take()));
        }
        assertThrows(FileNotFoundException.class, () -> store.read(key.get()));
    }

    @Test
    void anotherRunIsNotCancelled() throws Exception {
        var go = new CountDownLatch(1);
        try (var _ = start(ScriptedHandler.waiting(go))) {
            control.submit();
            var first = control.next(Started.class);
            control.submit();
            var second = control.next(Started.class);

            control.queue.cancel(UUID.randomUUID());
            control.queue.cancel(second.run());

            assertEquals(second.run(), control.next(Ended.class).run());
            go.countDown();
            var ended = control.next(Ended.class);
            assertEquals(first.run(), ended.run());
            assertEquals(ScriptedHandler.DONE, ended.outcome());
        } finally {
            go.countDown();
        }
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("inside"),
                new OutOfMemoryError("inside"),
                new IOException("inside"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anUnexpectedFailureIsWorthAnotherAttempt(Throwable failure) throws Exception {
        var key = new AtomicReference<String>();
        var handler =
                new ScriptedHandler(it -> {
                    key.set(it.write("waveform.json", new Waveform(1, List.of())));
                    return raise(failure);
                });
        try (var _ = start(handler)) {
            control.submit();
            var ended = control.next(Ended.class);

            var outcome = assertInstanceOf(JobOutcome.RetryLater.class, ended.outcome());
            assertTrue(outcome.reason().contains(failure.getClass().getSimpleName()));
            assertFalse(outcome.reason().contains("inside"), outcome.reason());
            assertFalse(Files.exists(handler.workspaces.take()));
        }
        assertThrows(FileNotFoundException.class, () -> store.read(key.get()));
    }

    @Test
    void aFailedAttemptLeavesNoArtifacts() throws Exception {
        var failed = new JobOutcome.Failed(JobProblem.NO_AUDIO, "the file has no sound");
        var key = new AtomicReference<String>();
        var handler =
                new ScriptedHandler(it -> {
                    var file = Files.writeString(it.workspace().resolve("a"), "x");
                    key.set(it.store("a.txt", file, "text/plain"));
                    return failed;
                });
        try (var _ = start(handler)) {
            control.submit();

            assertEquals(failed, control.next(Ended.class).outcome());
        }
        assertThrows(FileNotFoundException.class, () -> store.read(key.get()));
    }

    @Test
    void aStoppedLoopHandsItsJobBack() throws Exception {
        var handler = new ScriptedHandler(_ -> waitForEver());
        try (var _ = start(handler)) {
            control.submit();
            control.next(Started.class);
            handler.workspaces.take();
        }

        assertEquals(
                new JobOutcome.RetryLater("the worker is shutting down"),
                control.next(Ended.class).outcome());
        assertEquals(List.of(), children(folder));
    }

    @Test
    void aStoppingLoopLetsItsJobFinishAndTakesNoOther() throws Exception {
        var go = new CountDownLatch(1);
        var handler = ScriptedHandler.waiting(go);
        var fleet =
                new TestFleet(
                        redis.url(),
                        storage.settings(),
                        handler,
                        new FleetSettings(2, folder, "test", GRACE));
        fleet.loop.start();
        control.submit();
        control.next(Started.class);

        var closed = CompletableFuture.runAsync(fleet.loop::close);
        // once a claim is over, none follows: the second waits for longer than one lasts
        assertThrows(TimeoutException.class, () -> closed.get(3, TimeUnit.SECONDS));
        control.submit();
        go.countDown();
        closed.get(GRACE.toSeconds(), TimeUnit.SECONDS);

        assertEquals(ScriptedHandler.DONE, control.next(Ended.class).outcome());
        assertEquals(1, control.queue.depth(JobKind.RANK));
        fleet.close();
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
        try (var _ = start(handler)) {
            var submitted = new HashSet<UUID>();
            IntStream.range(0, 12).forEach(_ -> submitted.add(control.submit().jobId()));
            var ended = new HashSet<UUID>();
            while (ended.size() < submitted.size()) {
                ended.add(control.next(Ended.class).jobId());
            }

            assertEquals(submitted, ended);
            assertEquals(2, handler.mostAtOnce.get());
        }
    }

    @Test
    void onlyKindsWithAHandlerAreClaimed() throws Exception {
        var spec = new JobSpec.Analyze(UUID.randomUUID(), null, "a", "o/");
        control.queue.submit(new JobMessage(UUID.randomUUID(), 1, spec));
        try (var _ = start(new ScriptedHandler(_ -> ScriptedHandler.DONE))) {
            control.submit();
            control.next(Ended.class);

            assertEquals(1, control.queue.depth(JobKind.ANALYZE));
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
        try (var fleet = start(ScriptedHandler.waiting(go))) {
            var message = control.submit();
            var run = control.next(Started.class).run();
            redis.stop();
            try {
                while (fleet.loop.connected()) {
                    Thread.onSpinWait();
                }
                go.countDown();
            } finally {
                redis.startAgain();
            }

            var ended = control.next(Ended.class);
            assertEquals(new Ended(message.jobId(), 1, run, ScriptedHandler.DONE), ended);
            var next = control.submit();
            assertEquals(next.jobId(), control.next(Ended.class).jobId());
        } finally {
            go.countDown();
        }
    }

    @Test
    void aKilledWorkerFallsSilentAndTheNextOneCleansUpAfterIt() throws Exception {
        var process = DoomedFleet.launch(redis.url(), folder);
        JobMessage message;
        try {
            message = control.submit();
            control.next(Started.class);
            control.next(Progressed.class);
            assertEquals(2, children(folder).size());
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        control.hear(Duration.ZERO);
        assertEquals(List.of(), control.hear(Lease.HEARTBEAT.multipliedBy(2)));

        try (var _ = start(new ScriptedHandler(_ -> ScriptedHandler.DONE))) {
            assertEquals(2, children(folder).size());
            control.queue.submit(new JobMessage(message.jobId(), 2, message.spec()));
            assertEquals(2, control.next(Ended.class).attempt());
        }
        assertEquals(List.of(), children(folder));
    }

    private TestFleet start(JobHandler<?> handler) throws IOException {
        var fleet = new TestFleet(redis.url(), folder, storage.settings(), handler);
        fleet.loop.start();
        return fleet;
    }

    private static JobOutcome waitForEver() throws InterruptedException {
        new CountDownLatch(1).await();
        return ScriptedHandler.DONE;
    }

    private static JobOutcome raise(Throwable failure) throws IOException {
        switch (failure) {
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new AssertionError(failure);
        }
    }

    private static long mismatch(String key, String other) throws Exception {
        return Arrays.mismatch(store.read(key), store.read(other));
    }

    private static List<Path> children(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.toList();
        }
    }
}
