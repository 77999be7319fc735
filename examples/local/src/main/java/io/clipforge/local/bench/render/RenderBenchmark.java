package io.clipforge.local.bench.render;

import io.clipforge.local.bench.Benchmark;
import io.clipforge.local.bench.Figure;
import io.clipforge.local.bench.Options;
import io.clipforge.local.bench.Outcome;
import io.clipforge.local.bench.Quantiles;
import io.clipforge.local.bench.Stage;
import io.clipforge.local.bench.render.Recorder.Encodes;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Probe;
import io.clipforge.media.captions.drawing.CaptionLook;
import io.clipforge.media.captions.drawing.Color;
import io.clipforge.media.reframe.Size;
import io.clipforge.media.render.ClipOrder;
import io.clipforge.media.render.ClipRenderer;
import io.clipforge.media.render.VideoEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Clips with captions, reframed, at full loudness, checked, beside the two ffmpeg commands each of
 * them comes down to, one for its sound and one for its picture: the same filters, encoders and
 * threads, typed by hand, with the right gain known and the captions painted already. As many side
 * by side as there are processors. Whole jobs against bare encodes, in turns; medians.
 */
public final class RenderBenchmark implements Benchmark {
    private static final int CLIPS = 10;
    private static final int ROUNDS = 3;
    private static final long CLIP_MS = 30_000;
    private static final double LIMIT = 0.9;
    private static final Size UPRIGHT = new Size(1080, 1920);
    private static final Size SQUARE = new Size(1080, 1080);

    @Override
    public String name() {
        return "render";
    }

    @Override
    public String summary() {
        return "whole clips beside the bare ffmpeg commands that encode them";
    }

    @Override
    public Outcome measure(Options options) throws Exception {
        int clips = (int) options.number("clips", CLIPS);
        try (var stage = Stage.open(name())) {
            var studio = Studio.open(stage.folder());
            var whole = new ArrayList<Double>();
            var bare = new ArrayList<Double>();
            var both = new ArrayList<Double>();
            var square = new ArrayList<Double>();
            var squares = studio.render(clips, List.of(SQUARE)).encodes();
            for (int i = 0; i < options.number("rounds", ROUNDS); i++) {
                var upright = studio.render(clips, List.of(UPRIGHT));
                whole.add(upright.seconds());
                bare.add(studio.encode(Encodes::whole, upright.encodes()));
                both.add(studio.render(clips, List.of(UPRIGHT, SQUARE)).seconds());
                square.add(studio.encode(it -> List.of(it.picture()), squares));
            }
            return outcome(whole, bare, both, square);
        }
    }

    private static Outcome outcome(
            List<Double> whole, List<Double> bare, List<Double> both, List<Double> square) {
        double wholeSeconds = Quantiles.of(whole).median();
        double bareSeconds = Quantiles.of(bare).median();
        double added = Quantiles.of(both).median() - wholeSeconds;
        double squareSeconds = Quantiles.of(square).median();
        var broken = new ArrayList<String>();
        if (bareSeconds < LIMIT * wholeSeconds) {
            broken.add("the encode is at least 90 % of the whole job");
        }
        if (added > squareSeconds) {
            broken.add("another shape costs no more than its own encode");
        }
        return new Outcome(
                List.of(
                        Figure.lessIsBetter(
                                "clips in 9:16", "s", wholeSeconds, bareSeconds, "bare ffmpeg"),
                        Figure.lessIsBetter(
                                "what 1:1 adds", "s", added, squareSeconds, "bare ffmpeg")),
                broken);
    }

    /**
     * @param seconds that all clips took
     * @param encodes the ffmpeg commands each came down to
     */
    private record Rendered(double seconds, List<Encodes> encodes) {}

    /** A source, and what renders clips of it. */
    private record Studio(Path folder, Recorder recorder, Ffmpeg ffmpeg, ClipOrder pattern) {

        static Studio open(Path folder) throws Exception {
            var silent = folder.resolve("silent.mp4");
            var source = folder.resolve("talk.mp4");
            Talk.draw(silent);
            var recorder = Recorder.in(folder);
            recorder.run(
                    List.of(
                            "-loglevel",
                            "error",
                            "-i",
                            "file:" + silent,
                            "-f",
                            "lavfi",
                            "-i",
                            "sine=f=220:b=4,tremolo=f=3:d=0.7,aformat=cl=stereo",
                            "-shortest",
                            "-c:v",
                            "copy",
                            "-c:a",
                            "aac",
                            "file:" + source));
            var ffmpeg = new Ffmpeg(recorder.settings());
            var look =
                    new CaptionLook(
                            CaptionLook.Style.KARAOKE,
                            Color.WHITE,
                            Color.parse("#FFD60A"),
                            Color.parse("#1D3557"));
            var palette =
                    new ClipOrder.Palette(
                            Color.parse("#1D3557"), Color.parse("#FFD60A"), Color.WHITE);
            var info = new Probe(ffmpeg).inspect(source);
            var pattern =
                    new ClipOrder(
                            source,
                            info,
                            0,
                            CLIP_MS,
                            List.of(UPRIGHT),
                            Talk.shots(),
                            Talk.words(),
                            List.of(),
                            ClipOrder.Wording.PLAIN,
                            look,
                            palette,
                            null);
            var studio = new Studio(folder, recorder, ffmpeg, pattern);
            studio.render(1, List.of(UPRIGHT)); // once, so that classes and files are at hand
            return studio;
        }

        Rendered render(int clips, List<Size> frames) throws Exception {
            var renderer = new ClipRenderer(ffmpeg, VideoEncoder.choose(ffmpeg));
            recorder.forget();
            var jobs = new ArrayList<Callable<Object>>();
            for (int i = 0; i < clips; i++) {
                long start = i * (Talk.LENGTH_MS - CLIP_MS) / clips;
                var order = order(start, frames);
                var workspace = Files.createTempDirectory(folder, "clip-");
                jobs.add(() -> renderer.render(order, workspace, _ -> {}));
            }
            double seconds = sideBySide(jobs);
            return new Rendered(seconds, recorder.encodes());
        }

        /** Seconds. */
        double encode(Function<Encodes, List<List<String>>> what, List<Encodes> encodes)
                throws Exception {
            var jobs = new ArrayList<Callable<Object>>();
            for (var it : encodes) {
                jobs.add(() -> {
                    for (var arguments : what.apply(it)) {
                        recorder.run(arguments);
                    }
                    return it;
                });
            }
            return sideBySide(jobs);
        }

        private ClipOrder order(long start, List<Size> frames) {
            return new ClipOrder(
                    pattern.source(),
                    pattern.info(),
                    start,
                    start + CLIP_MS,
                    frames,
                    pattern.shots(),
                    pattern.words(),
                    pattern.sentences(),
                    pattern.wording(),
                    pattern.look(),
                    pattern.palette(),
                    null);
        }

        private static double sideBySide(List<Callable<Object>> jobs) throws Exception {
            int processors = Runtime.getRuntime().availableProcessors();
            long start = System.nanoTime();
            try (var threads = Executors.newFixedThreadPool(processors)) {
                var running = new ArrayList<Future<Object>>();
                jobs.forEach(it -> running.add(threads.submit(it)));
                for (var it : running) {
                    it.get();
                }
            } catch (ExecutionException e) {
                throw new IOException("a clip failed: " + e.getMessage(), e);
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
