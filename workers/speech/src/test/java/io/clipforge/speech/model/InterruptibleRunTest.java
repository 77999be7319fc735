package io.clipforge.speech.model;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.clipforge.speech.Fixtures;
import io.clipforge.speech.mel.Spectrogram;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With an encoder that never comes to an end by itself. */
@Timeout(30)
class InterruptibleRunTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final WhisperConfig CONFIG = new WhisperConfig(2, 2, 1, 1, 4, 8, 8);
    private static final Spectrogram WINDOW = new Spectrogram(2, 8, new float[16]);

    @Test
    void anInterruptEndsARunThatIsUnderWay() throws Exception {
        try (var encoder = endless()) {
            var begins = new CountDownLatch(1);
            var run =
                    new FutureTask<>(() -> {
                        begins.countDown();
                        return encoder.encode(List.of(WINDOW));
                    });
            var thread = Thread.ofPlatform().start(run);
            begins.await();
            assertThrows(TimeoutException.class, () -> run.get(300, TimeUnit.MILLISECONDS));

            long start = System.nanoTime();
            thread.interrupt();
            var ended = assertThrows(ExecutionException.class, run::get);

            var took = Duration.ofNanos(System.nanoTime() - start);
            assertInstanceOf(CancellationException.class, ended.getCause());
            assertTrue(took.compareTo(LIMIT) <= 0, took::toString);
        }
    }

    @Test
    void aRunDoesNotBeginWhenNobodyWaitsAnyMore() throws Exception {
        try (var encoder = endless()) {
            Thread.currentThread().interrupt();
            try {
                assertThrows(CancellationException.class, () -> encoder.encode(List.of(WINDOW)));
            } finally {
                assertTrue(Thread.interrupted(), "who interrupts may be asked for by others, too");
            }
        }
    }

    private static Encoder endless() throws OrtException {
        try (var options = new OrtSession.SessionOptions()) {
            var file = Fixtures.path("endless.onnx").toString();
            var session = OrtEnvironment.getEnvironment().createSession(file, options);
            return new Encoder(session, CONFIG);
        }
    }
}
