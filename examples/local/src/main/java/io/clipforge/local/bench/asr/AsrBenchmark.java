package io.clipforge.local.bench.asr;

import io.clipforge.fleet.transcribe.pocketsphinx.PocketSphinx;
import io.clipforge.local.bench.Benchmark;
import io.clipforge.local.bench.Figure;
import io.clipforge.local.bench.Options;
import io.clipforge.local.bench.Outcome;
import io.clipforge.local.bench.Stage;
import io.clipforge.local.bench.processes.ProcessorTime;
import io.clipforge.local.sample.KnownSpeech;
import io.clipforge.media.WavFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whisper of true shapes with random weights, beside transformers on PyTorch and faster-whisper on
 * CTranslate2: the same weights, sound, windows of 30 s and number of tokens, which are the
 * likeliest ones. Random weights know no end of a text, so it is forbidden to all. Each engine is a
 * process with its model loaded; it is warm, and they take turns; medians.
 *
 * <p>PocketSphinx has real weights, so of it is also told how many words it mistakes.
 */
public final class AsrBenchmark implements Benchmark {
    private static final int ROUNDS = 3;
    private static final int TOKENS = 100;
    private static final double WINDOW = 30;

    @Override
    public String name() {
        return "asr";
    }

    @Override
    public String summary() {
        return "Whisper's shapes beside transformers and faster-whisper; PocketSphinx";
    }

    @Override
    public Outcome measure(Options options) throws Exception {
        var shapes = words(options, "shapes", "tiny,base,small");
        int tokens = (int) options.number("tokens", TOKENS);
        int rounds = (int) options.number("rounds", ROUNDS);
        var figures = new ArrayList<Figure>();
        var broken = new ArrayList<String>();
        try (var stage = Stage.open(name())) {
            System.out.println("fetching the peers' libraries, making the models and the sound");
            var models = RandomModels.prepare();
            models.make(shapes);
            var speech = Talk.in(models.folder());
            var engines = new Engines(models, speech.file().toAbsolutePath(), tokens);
            double seconds = speech.duration().toNanos() / 1e9;
            int expected = tokens * (int) Math.ceil(seconds / WINDOW);
            for (var setting : settings(options, shapes)) {
                var started = engines.start(setting);
                try {
                    var contest = Contest.run(setting, started, rounds, seconds, expected);
                    contest.print();
                    figures.addAll(contest.figures());
                    contest.broken().ifPresent(broken::add);
                } finally {
                    started.forEach(Engine::close);
                }
            }
            System.out.println("large-v3-turbo on a GPU is not measured");
            figures.addAll(pocketSphinx(speech, stage.folder(), seconds));
        }
        return new Outcome(figures, broken);
    }

    private static List<Setting> settings(Options options, List<String> shapes) {
        var settings = new ArrayList<Setting>();
        for (var shape : shapes) {
            for (var precision : words(options, "precisions", "float32,int8")) {
                for (var threads : words(options, "threads", "1,2")) {
                    for (var batch : words(options, "batches", "1,4")) {
                        settings.add(
                                new Setting(
                                        shape,
                                        precision,
                                        Integer.parseInt(threads),
                                        Integer.parseInt(batch)));
                    }
                }
            }
        }
        return settings;
    }

    private static List<String> words(Options options, String name, String otherwise) {
        return Arrays.asList(options.find(name).orElse(otherwise).split(",", -1));
    }

    private static List<Figure> pocketSphinx(WavFile speech, Path folder, double seconds)
            throws Exception {
        long begun = System.nanoTime();
        double used = processorTime();
        var heard = new PocketSphinx().recognize(speech, folder, "en-US", _ -> {});
        double took = (System.nanoTime() - begun) / 1e9;
        double cpu = processorTime() - used;
        var said = KnownSpeech.words().stream().map(KnownSpeech.Word::text).toList();
        var words = heard.words().stream().map(it -> it.text()).toList();
        return List.of(
                Figure.of("PocketSphinx: real-time factor", "ms per s", 1e3 * took / seconds),
                Figure.of("PocketSphinx: CPU", "s", cpu),
                Figure.of("PocketSphinx: words mistaken", "%", 100 * Words.errorRate(said, words)));
    }

    /** Of this JVM and its programs that have ended. */
    private static double processorTime() throws IOException {
        return ProcessorTime.ofFamily(ProcessHandle.current().pid());
    }
}
