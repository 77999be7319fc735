package io.clipforge.local.bench.longform;

import io.clipforge.local.bench.Benchmark;
import io.clipforge.local.bench.Figure;
import io.clipforge.local.bench.Options;
import io.clipforge.local.bench.Outcome;
import io.clipforge.local.bench.Stage;
import io.clipforge.local.bench.asr.RandomModels;
import io.clipforge.local.bench.asr.Talk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Hours of a talk, written at once by Whisper of a true shape with random weights in a JVM with a
 * small heap. It shall need no more memory than for minutes, tell how far it is, and end soon when
 * it is cancelled.
 */
public final class LongformBenchmark implements Benchmark {
    private static final long HOURS = 3;
    private static final long HEAP_MIB = 256;
    private static final long TOKENS = 100;
    private static final long CANCELS = 5;

    /** Promised. */
    private static final double MOST_GIB = 2;

    private static final double LONGEST_CANCEL = 1;

    @Override
    public String name() {
        return "longform";
    }

    @Override
    public String summary() {
        return "three hours of sound by Whisper's shape in little memory; progress and cancel";
    }

    @Override
    public Outcome measure(Options options) throws Exception {
        var shape = options.find("shape").orElse("tiny");
        var precision = options.find("precision").orElse("float32");
        long seconds = options.number("seconds", HOURS * 3600);
        int tokens = (int) options.number("tokens", TOKENS);
        try (var stage = Stage.open(name())) {
            System.out.println("fetching libraries, making the model and the sound");
            var models = RandomModels.prepare();
            models.make(List.of(shape));
            var model =
                    EndlessModel.of(
                            models.of(shape, "onnx-" + precision),
                            stage.folder().resolve("model"),
                            tokens);
            var sound =
                    LongTalk.write(
                            Talk.in(stage.folder()), seconds, stage.folder().resolve("long.wav"));
            return outcome(run(options, model, sound, stage.folder()), seconds);
        }
    }

    private static Seen run(Options options, Path model, Path sound, Path workspace)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + options.number("heap", HEAP_MIB) + "m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "--enable-native-access=ALL-UNNAMED",
                                LongformProcess.class.getName(),
                                model.toString(),
                                sound.toString(),
                                Long.toString(
                                        options.number(
                                                "threads",
                                                Runtime.getRuntime().availableProcessors())),
                                workspace.toString(),
                                Long.toString(options.number("cancels", CANCELS)))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the transcription failed: " + output);
        }
        return Seen.parse(output.strip());
    }

    private static Outcome outcome(Seen seen, long seconds) {
        var figures =
                List.of(
                        Figure.of("real-time factor", "ms per s", 1e3 * seen.seconds() / seconds),
                        Figure.of("words", "", seen.words()),
                        Figure.of("heap at most", "MB", seen.heap() / 1e6),
                        Figure.of("memory at most", "MB", seen.resident() / 1e6),
                        Figure.of("progress steps", "", seen.steps()),
                        Figure.of("until the first step", "s", seen.first()),
                        Figure.of("longest between two steps", "s", seen.pause()),
                        Figure.of("longest from a cancel to the end", "s", seen.cancelled()));
        var broken = new ArrayList<String>();
        if (seen.resident() >= MOST_GIB * (1 << 30)) {
            broken.add("it is written in less than %.0f GiB of memory".formatted(MOST_GIB));
        }
        if (seen.cancelled() >= LONGEST_CANCEL) {
            broken.add("a cancel ends it within %.0f s".formatted(LONGEST_CANCEL));
        }
        return new Outcome(figures, broken);
    }
}
