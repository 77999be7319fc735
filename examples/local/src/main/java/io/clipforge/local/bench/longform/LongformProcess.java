package io.clipforge.local.bench.longform;

import io.clipforge.fleet.transcribe.Whisper;
import io.clipforge.fleet.transcribe.WhisperOptions;
import io.clipforge.local.bench.processes.Memory;
import io.clipforge.media.WavFile;
import io.clipforge.speech.decoding.TemperatureLadder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.DoubleConsumer;

/** The product's Whisper in a JVM of its own, as a fleet uses it. */
final class LongformProcess {
    private static final int FIRST_CANCEL_MS = 900;
    private static final int LATER_MS = 6_370;

    private final Whisper whisper;
    private final WavFile sound;
    private final Path workspace;

    private LongformProcess(Whisper whisper, WavFile sound, Path workspace) {
        this.whisper = whisper;
        this.sound = sound;
        this.workspace = workspace;
    }

    /**
     * Prints what it has seen, a {@link Seen} in a line.
     *
     * @param arguments model, sound, threads, workspace, how often to cancel
     */
    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[2]);
        // random weights are never sure, and would be asked again and again
        var options =
                WhisperOptions.of(threads, Whisper.Guards.NONE)
                        .withLadder(TemperatureLadder.none());
        try (var whisper = Whisper.open(Path.of(arguments[0]), options)) {
            var process =
                    new LongformProcess(
                            whisper, WavFile.open(Path.of(arguments[1])), Path.of(arguments[3]));
            System.out.println(process.all(Integer.parseInt(arguments[4])).line());
        }
    }

    private Seen all(int cancels) throws Exception {
        var watch = new ProgressWatch();
        long begun = System.nanoTime();
        int words = whisper.recognize(sound, workspace, "en", watch).words().size();
        double seconds = (System.nanoTime() - begun) / 1e9;
        double longest = 0;
        for (int i = 0; i < cancels; i++) {
            longest =
                    Math.max(longest, cancelled(Duration.ofMillis(FIRST_CANCEL_MS + i * LATER_MS)));
        }
        return new Seen(
                seconds,
                words,
                watch.steps(),
                watch.untilFirst(),
                watch.longest(),
                longest,
                watch.heap(),
                Memory.peak(ProcessHandle.current().pid()));
    }

    /** Seconds from the cancel, so long after the start, to the end. */
    private double cancelled(Duration patience) throws InterruptedException {
        DoubleConsumer unwatched = _ -> {};
        var thread =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                whisper.recognize(sound, workspace, "en", unwatched);
                                throw new IllegalStateException("it was not cancelled");
                            } catch (InterruptedException _) {
                                // as asked
                            } catch (Exception e) { // it ends this thread anyway
                                throw new IllegalStateException(e);
                            }
                        });
        if (thread.join(patience)) {
            throw new IllegalStateException("it ended before it was cancelled");
        }
        long asked = System.nanoTime();
        thread.interrupt();
        thread.join();
        return (System.nanoTime() - asked) / 1e9;
    }
}
