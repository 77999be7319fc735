package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobReport.Ended;
import io.clipforge.jobs.JobReport.Started;
import io.clipforge.jobs.Waveform;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(90)
class RunTest {
    @RegisterExtension static final FleetServers fleet = new FleetServers();

    @Test
    void aJobIsDoneAndItsEndReported() throws Exception {
        var handler = new ScriptedHandler(_ -> ScriptedHandler.DONE);
        try (var _ = fleet.start(handler)) {
            var message = fleet.control().submit();

            var started = fleet.control().next(Started.class);
            assertEquals(new Started(message.jobId(), 1, started.run(), "test"), started);
            assertEquals(
                    new Ended(message.jobId(), 1, started.run(), ScriptedHandler.DONE),
                    fleet.control().next(Ended.class));
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
        try (var _ = fleet.start(handler)) {
            var message = fleet.control().submit();
            var ended = fleet.control().next(Ended.class);

            assertEquals(ScriptedHandler.DONE, ended.outcome());
            var prefix = message.spec().outputPrefix() + ended.run() + "/";
            assertEquals(prefix + "waveform.json", key.get());
            assertEquals(waveform, read.get());
            assertArrayEquals(
                    fleet.store().read(key.get()), fleet.store().read(prefix + "copy.json"));
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
                    return ScriptedHandler.waitForEver();
                });
        try (var _ = fleet.start(handler)) {
            fleet.control().submit();
            var run = fleet.control().next(Started.class).run();
            stored.await();
            fleet.store().read(key.get());

            long start = System.nanoTime();
            fleet.control().queue.cancel(run);
            var ended = fleet.control().next(Ended.class);
            var time = Duration.ofNanos(System.nanoTime() - start);

            assertEquals(new JobOutcome.Cancelled(), ended.outcome());
            assertTrue(time.compareTo(Duration.ofSeconds(1)) < 0, time::toString);
            assertFalse(Files.exists(handler.workspaces.take()));
        }
        assertThrows(FileNotFoundException.class, () -> fleet.store().read(key.get()));
    }

    @Test
    void anotherRunIsNotCancelled() throws Exception {
        var go = new CountDownLatch(1);
        try (var _ = fleet.start(ScriptedHandler.waiting(go))) {
            fleet.control().submit();
            var first = fleet.control().next(Started.class);
            fleet.control().submit();
            var second = fleet.control().next(Started.class);

            fleet.control().queue.cancel(UUID.randomUUID());
            fleet.control().queue.cancel(second.run());

            assertEquals(second.run(), fleet.control().next(Ended.class).run());
            go.countDown();
            var ended = fleet.control().next(Ended.class);
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
        try (var _ = fleet.start(handler)) {
            fleet.control().submit();
            var ended = fleet.control().next(Ended.class);

            var outcome = assertInstanceOf(JobOutcome.RetryLater.class, ended.outcome());
            assertTrue(outcome.reason().contains(failure.getClass().getSimpleName()));
            assertFalse(outcome.reason().contains("inside"), outcome.reason());
            assertFalse(Files.exists(handler.workspaces.take()));
        }
        assertThrows(FileNotFoundException.class, () -> fleet.store().read(key.get()));
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
        try (var _ = fleet.start(handler)) {
            fleet.control().submit();

            assertEquals(failed, fleet.control().next(Ended.class).outcome());
        }
        assertThrows(FileNotFoundException.class, () -> fleet.store().read(key.get()));
    }

    private static JobOutcome raise(Throwable failure) throws IOException {
        switch (failure) {
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new AssertionError(failure);
        }
    }
}
