package io.clipforge.local.bench.reframe;

import io.clipforge.local.bench.Benchmark;
import io.clipforge.local.bench.Figure;
import io.clipforge.local.bench.Options;
import io.clipforge.local.bench.Outcome;
import io.clipforge.local.bench.Stage;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.faces.FaceDetectors;
import io.clipforge.media.reframe.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Upright clips of films of which it is known where every face is, framed from what the product
 * itself finds in them: shots, faces, tracks. Beside a window that follows the same faces plainly.
 *
 * <p>{@code --film FILE} adds a film of one face that nobody has measured: there the faces that
 * were found count as true. {@code --models FOLDER} is where a better detector may lie.
 */
public final class ReframeBenchmark implements Benchmark {
    private static final Size UPRIGHT = new Size(1080, 1920);
    private static final double INSIDE = 0.95;
    private static final double REVERSALS = 0.1;
    private static final double TRAVEL = 50;
    private static final String FOLLOWER = "follower";

    @Override
    public String name() {
        return "reframe";
    }

    @Override
    public String summary() {
        return "faces kept by a calm window, beside one that follows them plainly";
    }

    @Override
    public Outcome measure(Options options) throws Exception {
        var ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
        var models = Path.of(options.find("models").orElse("none"));
        try (var stage = Stage.open(name());
                var detector = FaceDetectors.open(models)) {
            System.out.println("faces are found by " + detector.engine());
            var figures = new ArrayList<Figure>();
            var ours = Tally.NOTHING;
            var theirs = Tally.NOTHING;
            for (var film : films(options, stage)) {
                var seen = Seen.in(film.file(), ffmpeg, detector);
                var product = Tally.of(Product.frame(seen, UPRIGHT), film.faces(seen));
                var follower = Tally.of(Follower.frame(seen, UPRIGHT), film.faces(seen));
                figures.addAll(figures(film.name(), product, follower));
                ours = ours.plus(product);
                theirs = theirs.plus(follower);
            }
            figures.addAll(figures("all films", ours, theirs));
            return new Outcome(figures, broken(ours));
        }
    }

    private static List<Footage> films(Options options, Stage stage)
            throws IOException, InterruptedException {
        var films = new ArrayList<>(Plays.make(stage.folder()));
        options.find("film")
                .map(Path::of)
                .ifPresent(it -> films.add(new Footage(it.getFileName().toString(), it, null)));
        return films;
    }

    private static List<Figure> figures(String film, Tally ours, Tally theirs) {
        return List.of(
                Figure.moreIsBetter(
                        film + ", faces inside",
                        "%",
                        100 * ours.insideShare(),
                        100 * theirs.insideShare(),
                        FOLLOWER),
                Figure.lessIsBetter(
                        film + ", reversals",
                        "1/s",
                        ours.reversalsPerSecond(),
                        theirs.reversalsPerSecond(),
                        FOLLOWER),
                Figure.lessIsBetter(
                        film + ", travel",
                        "px/s",
                        ours.travelPerSecond(),
                        theirs.travelPerSecond(),
                        FOLLOWER),
                Figure.lessIsBetter(
                        film + ", frames without the face",
                        "",
                        (double) ours.blank(),
                        (double) theirs.blank(),
                        FOLLOWER));
    }

    private static List<String> broken(Tally all) {
        var broken = new ArrayList<String>();
        if (all.insideShare() < INSIDE) {
            broken.add("faces are inside the crop in 95 % of the frames");
        }
        if (all.reversalsPerSecond() > REVERSALS) {
            broken.add("the window turns round at most once in ten seconds");
        }
        if (all.travelPerSecond() > TRAVEL) {
            broken.add("the window travels at most 50 px a second");
        }
        if (all.blank() > 0) {
            broken.add("no crop misses the face");
        }
        return broken;
    }
}
