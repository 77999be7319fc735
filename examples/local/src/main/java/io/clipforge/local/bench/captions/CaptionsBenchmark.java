package io.clipforge.local.bench.captions;

import io.clipforge.fleet.transcribe.SpeechException;
import io.clipforge.fleet.transcribe.pocketsphinx.PocketSphinx;
import io.clipforge.local.bench.Benchmark;
import io.clipforge.local.bench.Figure;
import io.clipforge.local.bench.Options;
import io.clipforge.local.bench.Outcome;
import io.clipforge.local.bench.Quantiles;
import io.clipforge.local.bench.Stage;
import io.clipforge.local.sample.KnownSpeech;
import io.clipforge.local.sample.SampleVideo;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.MediaException;
import io.clipforge.media.Probe;
import io.clipforge.media.SpeechAudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A talk of which it is known when each word is spoken, from its video file to its captions: with
 * what the recognizer hears in it, and with a transcript that is right.
 *
 * <p>The error of a word is how far the frame on which its highlight begins lies from the moment at
 * which the word begins. Its two parts are told as well: what the recognizer mistakes, and what is
 * lost because a picture changes only with a frame.
 */
public final class CaptionsBenchmark implements Benchmark {
    private static final double GOAL_MS = 40;

    @Override
    public String name() {
        return "captions";
    }

    @Override
    public String summary() {
        return "how near captions come to the words as they are spoken";
    }

    @Override
    public Outcome measure(Options options) throws Exception {
        var ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
        try (var stage = Stage.open(name())) {
            var video = SampleVideo.in(stage.folder().resolve("talk")).video();
            var said = said();
            var heard = heard(ffmpeg, video, stage.folder());
            var screen = new Screen(ffmpeg);
            var shown = screen.appearances(video, heard, folder(stage, "heard"));
            var shownSupplied = screen.appearances(video, said, folder(stage, "supplied"));

            var pairs = Pairs.of(said, heard).pairs();
            var figures = new ArrayList<Figure>();
            figures.add(Figure.of("words said", "", said.size()));
            figures.add(Figure.of("words heard rightly", "", pairs.size()));
            figures.addAll(
                    figures(
                            "recognizer alone",
                            pairs.stream()
                                    .map(it ->
                                            heard.get(it.heard()).startMs() - it.said().startMs())
                                    .toList()));
            figures.addAll(figures("frames alone", against(heard, shown)));
            var recognized =
                    pairs.stream()
                            .filter(it -> shown.containsKey(it.heard()))
                            .map(it ->
                                    Objects.requireNonNull(shown.get(it.heard()))
                                            - it.said().startMs())
                            .toList();
            var supplied = against(said, shownSupplied);
            figures.addAll(figures("captions of what was heard", recognized));
            figures.addAll(figures("captions of a supplied transcript", supplied));
            return new Outcome(figures, broken(recognized, supplied));
        }
    }

    private static List<Spoken> said() throws IOException, InterruptedException {
        return KnownSpeech.words().stream()
                .map(it -> new Spoken(it.text(), it.startMs(), it.endMs()))
                .toList();
    }

    private static List<Spoken> heard(Ffmpeg ffmpeg, Path video, Path folder)
            throws IOException, InterruptedException, MediaException, SpeechException {
        var info = new Probe(ffmpeg).inspect(video);
        var speech =
                new SpeechAudio(ffmpeg)
                        .extract(
                                video,
                                info,
                                Objects.requireNonNull(info.audio()),
                                folder.resolve("speech.wav"),
                                _ -> {})
                        .wav();
        return new PocketSphinx()
                .recognize(speech, folder, "en-US", _ -> {}).words().stream()
                        .map(it -> new Spoken(it.text(), it.startMs(), it.endMs()))
                        .sorted(Comparator.comparingDouble(Spoken::startMs))
                        .toList();
    }

    private static Path folder(Stage stage, String name) throws IOException {
        return Files.createDirectories(stage.folder().resolve(name));
    }

    private static List<Double> against(List<Spoken> words, Map<Integer, Double> shown) {
        return IntStream.range(0, words.size())
                .filter(shown::containsKey)
                .mapToObj(i -> Objects.requireNonNull(shown.get(i)) - words.get(i).startMs())
                .toList();
    }

    private static List<Figure> figures(String what, List<Double> errors) {
        var sizes = Quantiles.of(errors.stream().map(Math::abs).toList());
        double bias = errors.stream().mapToDouble(it -> it).average().orElseThrow();
        return List.of(
                Figure.of(what + ", p50", "ms", sizes.at(0.5)),
                Figure.of(what + ", p95", "ms", sizes.at(0.95)),
                Figure.of(what + ", over 40 ms", "%", 100 * late(errors)),
                Figure.of(what + ", mean with its sign", "ms", bias));
    }

    private static double late(List<Double> errors) {
        return (double) errors.stream().filter(it -> Math.abs(it) > GOAL_MS).count()
                / errors.size();
    }

    private static List<String> broken(List<Double> recognized, List<Double> supplied) {
        var broken = new ArrayList<String>();
        if (p95(recognized) > GOAL_MS) {
            broken.add("95 % of the recognized words are shown within 40 ms");
        }
        if (p95(supplied) > GOAL_MS) {
            broken.add("95 % of the words of a supplied transcript are shown within 40 ms");
        }
        return broken;
    }

    private static double p95(List<Double> errors) {
        return Quantiles.of(errors.stream().map(Math::abs).toList()).at(0.95);
    }
}
