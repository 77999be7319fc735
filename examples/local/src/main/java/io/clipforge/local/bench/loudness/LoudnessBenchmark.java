package io.clipforge.local.bench.loudness;

import io.clipforge.local.bench.Benchmark;
import io.clipforge.local.bench.Figure;
import io.clipforge.local.bench.Options;
import io.clipforge.local.bench.Outcome;
import io.clipforge.local.bench.Stage;
import io.clipforge.local.bench.loudness.IndependentMeter.Reading;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Limits;
import io.clipforge.media.MediaException;
import io.clipforge.media.Probe;
import io.clipforge.media.captions.drawing.Color;
import io.clipforge.media.reframe.Size;
import io.clipforge.media.render.ClipOrder;
import io.clipforge.media.render.ClipRenderer;
import io.clipforge.media.render.VideoEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Fifty sounds through the renderer, and the finished files measured by another's programs. Beside
 * ffmpeg's loudnorm in one pass with the same AAC encoder, on the same sounds.
 */
public final class LoudnessBenchmark implements Benchmark {
    private static final String PEER = "one-pass loudnorm";
    private static final Size SMALL = new Size(180, 320);

    @Override
    public String name() {
        return "loudness";
    }

    @Override
    public String summary() {
        return "fifty sounds made equally loud, measured on the files, beside one-pass loudnorm";
    }

    @Override
    public Outcome measure(Options options) throws Exception {
        var ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
        var meter = IndependentMeter.prepare();
        try (var stage = Stage.open(name())) {
            var sounds = new SoundMaker(ffmpeg, stage.folder()).make();
            var encoder = VideoEncoder.choose(ffmpeg);
            var renderer = new ClipRenderer(ffmpeg, encoder);
            var ours = new ArrayList<Path>();
            var theirs = new ArrayList<Path>();
            for (var sound : sounds) {
                ours.add(rendered(renderer, ffmpeg, sound, stage.folder()));
                theirs.add(normalized(ffmpeg, sound, stage.folder()));
            }
            return judge(sounds, meter.read(ours), meter.read(theirs));
        }
    }

    private static Path rendered(ClipRenderer renderer, Ffmpeg ffmpeg, Sound sound, Path folder)
            throws MediaException, IOException, InterruptedException {
        var black = Color.parse("#000000");
        var order =
                new ClipOrder(
                        sound.file(),
                        new Probe(ffmpeg).inspect(sound.file()),
                        0,
                        Math.round(sound.seconds() * 1000),
                        List.of(SMALL),
                        List.of(),
                        List.of(),
                        List.of(),
                        ClipOrder.Wording.PLAIN,
                        null,
                        new ClipOrder.Palette(black, Color.WHITE, Color.WHITE),
                        null);
        var out = Files.createTempDirectory(folder, "clip");
        return renderer.render(order, out, _ -> {}).getFirst().video();
    }

    private static Path normalized(Ffmpeg ffmpeg, Sound sound, Path folder)
            throws MediaException, IOException, InterruptedException {
        var file = Files.createTempFile(folder, "peer", ".mp4").toAbsolutePath();
        var arguments = new ArrayList<>(List.of("-y", "-loglevel", "error"));
        arguments.addAll(List.of("-i", "file:" + sound.file(), "-ac", "2"));
        arguments.addAll(List.of("-af", "loudnorm=I=-14:TP=-1:LRA=11", "-ar", "48000"));
        arguments.addAll(List.of("-c:a", "aac", "-b:a", "160k", "file:" + file));
        ffmpeg.run(arguments, Limits.glance());
        return file;
    }

    private static Outcome judge(List<Sound> sounds, List<Reading> ours, List<Reading> theirs) {
        var broken = new ArrayList<String>();
        for (int i = 0; i < sounds.size(); i++) {
            var our = ours.get(i);
            var their = theirs.get(i);
            System.out.printf(
                    "%-28s %6.2f LUFS %6.2f dBTP   %s %6.2f LUFS %6.2f dBTP%n",
                    sounds.get(i).name(), our.lufs(), our.peak(), PEER, their.lufs(), their.peak());
            if (!our.isRight()) {
                broken.add("%s ends at -14 LUFS below -1 dBTP".formatted(sounds.get(i).name()));
            }
        }
        return new Outcome(
                List.of(
                        Figure.of("sounds", "", sounds.size()),
                        share("right in both", ours, theirs, Reading::isRight),
                        share("within 1 LU of -14 LUFS", ours, theirs, Reading::isLoudEnough),
                        share("at most -1 dBTP", ours, theirs, it -> it.peak() <= -1),
                        worst(
                                "farthest from -14 LUFS",
                                ours,
                                theirs,
                                it -> Math.abs(it.lufs() + 14)),
                        highest(ours, theirs)),
                broken);
    }

    private static Figure share(
            String name, List<Reading> ours, List<Reading> theirs, Predicate<Reading> isSo) {
        return Figure.moreIsBetter(name, "%", share(ours, isSo), share(theirs, isSo), PEER);
    }

    private static double share(List<Reading> readings, Predicate<Reading> isSo) {
        return 100.0 * readings.stream().filter(isSo).count() / readings.size();
    }

    private static Figure worst(
            String name,
            List<Reading> ours,
            List<Reading> theirs,
            ToDoubleFunction<Reading> figure) {
        return Figure.lessIsBetter(name, "LU", most(ours, figure), most(theirs, figure), PEER);
    }

    /** Decibels below and above zero have no ratio. */
    private static Figure highest(List<Reading> ours, List<Reading> theirs) {
        System.out.printf("highest peak of %s: %.2f dBTP%n", PEER, most(theirs, Reading::peak));
        return Figure.of("highest peak", "dBTP", most(ours, Reading::peak));
    }

    private static double most(List<Reading> readings, ToDoubleFunction<Reading> figure) {
        return Collections.max(readings.stream().map(figure::applyAsDouble).toList());
    }
}
