package io.clipforge.local.bench.shots;

import io.clipforge.local.bench.Benchmark;
import io.clipforge.local.bench.Figure;
import io.clipforge.local.bench.Options;
import io.clipforge.local.bench.Outcome;
import io.clipforge.local.bench.Quantiles;
import io.clipforge.local.bench.Stage;
import io.clipforge.local.bench.shots.Detector.Finding;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Cuts found in films whose cuts are known: hard ones, through grain, among fast motion and
 * flashes, quickly one after another, fades and dissolves. Beside PySceneDetect with its own
 * defaults, on the same files, in turns; of the times the median.
 */
public final class ShotsBenchmark implements Benchmark {
    private static final int ROUNDS = 3;
    private static final double FASTER = 3;

    @Override
    public String name() {
        return "shots";
    }

    @Override
    public String summary() {
        return "cuts found in films whose cuts are known, beside PySceneDetect";
    }

    @Override
    public Outcome measure(Options options) throws Exception {
        var ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
        try (var stage = Stage.open(name())) {
            var random = new Random(options.number("seed", 1));
            var films = new FilmMaker(ffmpeg, stage.folder(), random).make();
            var detectors = new ArrayList<Detector>(List.of(new Ours(ffmpeg)));
            detectors.addAll(SceneDetect.prepare());
            var results = new LinkedHashMap<Detector, List<List<Finding>>>();
            var decoding = new ArrayList<Double>();
            for (int i = 0; i < options.number("rounds", ROUNDS); i++) {
                decoding.add(decode(ffmpeg, films));
                for (var it : detectors) {
                    results.computeIfAbsent(it, _ -> new ArrayList<>()).add(it.detect(films));
                }
            }
            return judge(films, results, length(films) / Quantiles.of(decoding).median());
        }
    }

    /** What nobody who looks at every frame can do without; seconds. */
    private static double decode(Ffmpeg ffmpeg, List<Film> films) throws Exception {
        long start = System.nanoTime();
        for (var film : films) {
            var arguments = new ArrayList<>(List.of("-loglevel", "error"));
            arguments.addAll(Ffmpeg.input(film.file()));
            arguments.addAll(List.of("-map", "0:v:0", "-f", "null", "-"));
            ffmpeg.run(arguments, Limits.pass(Duration.ofMinutes(10)));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static Outcome judge(
            List<Film> films, Map<Detector, List<List<Finding>>> results, double decoding) {
        var figures = new ArrayList<Figure>();
        var broken = new ArrayList<String>();
        var all = List.copyOf(results.entrySet());
        var ours = all.getFirst().getValue();
        for (var entry : all.subList(1, all.size())) {
            var peer = entry.getKey();
            var theirs = entry.getValue();
            for (int i = 0; i < films.size(); i++) {
                figures.add(
                        Figure.moreIsBetter(
                                "F1, " + films.get(i).kind(),
                                "",
                                score(films, ours, i).f1(),
                                score(films, theirs, i).f1(),
                                peer.name()));
            }
            double f1 = total(films, ours).f1();
            double peerF1 = total(films, theirs).f1();
            figures.add(Figure.moreIsBetter("F1, all films", "", f1, peerF1, peer.name()));
            double pace = pace(films, ours);
            double peerPace = pace(films, theirs);
            figures.add(
                    Figure.moreIsBetter("pace", "times real time", pace, peerPace, peer.name()));
            if (f1 < peerF1) {
                broken.add("it finds cuts at least as well as " + peer.name());
            }
            if (pace < FASTER * peerPace) {
                broken.add("it is three times as fast as " + peer.name());
            }
        }
        figures.add(
                Figure.moreIsBetter(
                        "pace", "times real time", pace(films, ours), decoding, "decoding alone"));
        return new Outcome(figures, broken);
    }

    /** All rounds find the same. */
    private static Score score(List<Film> films, List<List<Finding>> rounds, int film) {
        return Score.of(films.get(film), rounds.getFirst().get(film).cuts());
    }

    private static Score total(List<Film> films, List<List<Finding>> rounds) {
        var total = Score.NOTHING;
        for (int i = 0; i < films.size(); i++) {
            total = total.plus(score(films, rounds, i));
        }
        return total;
    }

    private static double pace(List<Film> films, List<List<Finding>> rounds) {
        var seconds =
                rounds.stream().map(it -> it.stream().mapToDouble(Finding::seconds).sum()).toList();
        return length(films) / Quantiles.of(seconds).median();
    }

    private static double length(List<Film> films) {
        return films.stream().mapToDouble(Film::seconds).sum();
    }
}
