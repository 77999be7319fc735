package io.clipforge.local.bench.rank;

import io.clipforge.local.bench.Benchmark;
import io.clipforge.local.bench.Figure;
import io.clipforge.local.bench.Options;
import io.clipforge.local.bench.Outcome;
import io.clipforge.local.bench.Stage;
import io.clipforge.local.bench.rank.Speech.Rated;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the passages that an audience laughed or applauded at come first, in speeches that
 * nothing was trained on; and whether our evaluator answers like the library that made the model.
 * With {@code --table FILE} it writes instead what the model is trained from.
 */
public final class RankBenchmark implements Benchmark {
    static final long PASSAGE_MS = 20_000;
    private static final double SAME = 1e-12;

    @Override
    public String name() {
        return "rank";
    }

    @Override
    public String summary() {
        return "moments an audience reacted to come first; the model answers like LightGBM";
    }

    @Override
    public Outcome measure(Options options) throws Exception {
        var folder = Speeches.fetch();
        var speeches = Speeches.read(folder);
        var table = options.find("table");
        if (table.isPresent()) {
            TrainingTable.write(speeches.taught(), Path.of(table.get()));
            return Outcome.of(List.of(Figure.of("speeches", "", speeches.taught().size())));
        }
        long seed = options.number("seed", 1);
        var figures = new ArrayList<Figure>();
        var broken = new ArrayList<String>();
        ranking(speeches.heldOut(), seed, figures, broken);
        figures.add(calibration(speeches.heldOut()));
        try (var stage = Stage.open(name())) {
            for (var it : ParityRun.of(folder, stage.folder(), speeches.heldOut(), seed)) {
                parity(it, figures, broken);
            }
        }
        return new Outcome(figures, broken);
    }

    private static void ranking(
            List<Speech> speeches, long seed, List<Figure> figures, List<String> broken) {
        var passages = speeches.stream().map(it -> it.passages(PASSAGE_MS)).toList();
        var all = passages.stream().flatMap(List::stream).toList();
        figures.add(Figure.of("speeches", "", speeches.size()));
        figures.add(Figure.of("passages", "", all.size()));
        figures.add(Figure.of("passages reacted to", "", reactedTo(all)));
        for (var measure : Measure.ALL) {
            var model = values(Judge.MODEL, measure, speeches, passages);
            var ours = Resampled.of(model, seed);
            for (var judge : Judge.others(seed)) {
                var theirs = values(judge, measure, speeches, passages);
                var peer = Resampled.of(theirs, seed);
                figures.add(
                        Figure.moreIsBetter(
                                measure.name()
                                        + between(ours)
                                        + ", gain"
                                        + between(gain(model, theirs, seed)),
                                "",
                                ours.mean(),
                                peer.mean(),
                                judge.name() + between(peer)));
                if (!judge.equals(Judge.TAUGHT) && ours.mean() <= peer.mean()) {
                    broken.add(
                            "the model's %s is better than that of %s"
                                    .formatted(measure.name(), judge.name()));
                }
            }
        }
    }

    /** Of each speech. */
    private static List<Double> values(
            Judge judge, Measure measure, List<Speech> speeches, List<List<Rated>> passages) {
        var values = new ArrayList<Double>();
        for (int i = 0; i < speeches.size(); i++) {
            values.add(judge.measure(measure, speeches.get(i), passages.get(i)));
        }
        return values;
    }

    /** Speech by speech, so that easy and hard ones weigh alike on both sides. */
    private static Resampled gain(List<Double> ours, List<Double> theirs, long seed) {
        var gains = new ArrayList<Double>();
        for (int i = 0; i < ours.size(); i++) {
            gains.add(ours.get(i) - theirs.get(i));
        }
        return Resampled.of(gains, seed);
    }

    private static String between(Resampled it) {
        return String.format(Locale.ROOT, " (%.3f to %.3f)", it.low(), it.high());
    }

    private static Figure calibration(List<Speech> speeches) {
        var passages = speeches.stream().flatMap(it -> it.passages(PASSAGE_MS).stream()).toList();
        double foretold = passages.stream().mapToDouble(it -> it.passage().probability()).sum();
        return Figure.of(
                "passages foretold to be reacted to, of one that was",
                "",
                foretold / reactedTo(passages));
    }

    private static double reactedTo(List<Rated> passages) {
        return passages.stream().mapToDouble(it -> it.reactions() > 0 ? 1 : 0).sum();
    }

    private static void parity(Parity it, List<Figure> figures, List<String> broken) {
        var name = String.format(Locale.ROOT, ", %s, %,d rows: ", it.model(), it.rows());
        figures.add(difference("raw score" + name, it.raw()));
        figures.add(difference("prediction" + name, it.prediction()));
        figures.add(difference("contribution" + name, it.contributions()));
        if (it.worst() > SAME) {
            broken.add("the model '%s' answers like the library".formatted(it.model()));
        }
    }

    /** Figures are printed with two decimals, these are far smaller. */
    private static Figure difference(String name, double value) {
        return Figure.of("greatest difference of " + name + value, "", value);
    }
}
