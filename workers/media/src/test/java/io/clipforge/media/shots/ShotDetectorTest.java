package io.clipforge.media.shots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Probe;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShotDetectorTest {
    private static final Ffmpeg FFMPEG = new Ffmpeg(FfmpegSettings.bundled());
    private static final double FRAME = 1000 / 25.0;

    /** Moving pictures of very different kinds; %d seeds them. */
    private static final List<String> SCENES =
            List.of(
                    "testsrc2=s=320x180:r=25",
                    "mandelbrot=s=320x180:r=25:start_scale=0.0%d",
                    "life=s=320x180:r=25:mold=10:ratio=0.2:seed=%d:life_color=#C83232:death_color=#203060",
                    "gradients=s=320x180:r=25:n=2:c0=#C83232:c1=#203060:x0=0:y0=0:x1=319:y1=179:seed=%d:speed=0.05",
                    "smptehdbars=s=320x180:r=25",
                    "cellauto=s=320x180:r=25:seed=%d",
                    "yuvtestsrc=s=320x180:r=25");

    @TempDir Path folder;

    @Test
    void everyHardCutIsFoundAndNothingElse() throws Exception {
        var random = new Random(11);
        int found = 0;
        int right = 0;
        int real = 0;
        for (int video = 0; video < 4; video++) {
            var lengths = IntStream.range(0, 12).mapToObj(_ -> 20 + random.nextInt(60)).toList();
            var expected = new ArrayList<Double>();
            double at = 0;
            for (int frames : lengths.subList(0, lengths.size() - 1)) {
                at += frames * FRAME;
                expected.add(at);
            }
            var cuts = cuts(scenes(lengths, random));
            real += expected.size();
            found += cuts.size();
            right +=
                    (int)
                            cuts.stream()
                                    .filter(cut -> expected.stream().anyMatch(it -> near(it, cut)))
                                    .count();
        }
        double f1 = 2.0 * right / (real + found);
        assertTrue(
                f1 >= 0.97, "F1 %.3f: %d of %d found, %d real".formatted(f1, right, found, real));
    }

    @Test
    void aFlashIsNoCut() throws Exception {
        var flash =
                "drawbox=c=white:t=fill:enable='between(n,40,41)',"
                        + "drawbox=c=white:t=fill:enable='between(n,70,74)'";

        assertEquals(List.of(), cuts(filtered("testsrc2=s=320x180:r=25:d=5", flash)));
    }

    @Test
    void aMovingCameraIsNoCut() throws Exception {
        var pan = "crop=320:180:x='min(n*12,iw-320)':y=100";

        assertEquals(
                List.of(),
                cuts(
                        filtered(
                                "mandelbrot=s=1800x400:r=25:end_scale=0.3",
                                pan + ",trim=duration=5")));
    }

    @Test
    void aFadeThroughBlackIsOneCut() throws Exception {
        var video =
                sample().make(
                                "fade.mp4",
                                List.of("-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=4"),
                                List.of("-f", "lavfi", "-i", "smptehdbars=s=320x180:r=25:d=4"),
                                List.of(
                                        "-filter_complex",
                                        "[0]fade=out:st=3:d=1[a];[1]fade=in:st=0:d=1[b];[a][b]concat"),
                                List.of("-c:v", "libopenh264", "-b:v", "1M"));

        var cuts = cuts(video);

        assertEquals(1, cuts.size(), cuts.toString());
        assertEquals(4000.0, cuts.getFirst(), 200);
    }

    @Test
    void aDissolveIsOneCut() throws Exception {
        var video =
                sample().make(
                                "dissolve.mp4",
                                List.of("-f", "lavfi", "-i", "testsrc=s=320x180:r=25:d=4"),
                                List.of("-f", "lavfi", "-i", "smptehdbars=s=320x180:r=25"),
                                List.of(
                                        "-filter_complex",
                                        "[1]trim=duration=4[b];[0][b]xfade=duration=1:offset=3"),
                                List.of(
                                        "-c:v",
                                        "libopenh264",
                                        "-b:v",
                                        "1M",
                                        "-pix_fmt",
                                        "yuv420p"));

        var cuts = cuts(video);

        assertEquals(1, cuts.size(), cuts.toString());
        assertEquals(3500.0, cuts.getFirst(), 200);
    }

    @Test
    void lightThatIsTurnedDownIsNoCut() throws Exception {
        var dimmed = "fade=out:st=2:d=2,trim=end=3.2";

        assertEquals(List.of(), cuts(filtered("smptehdbars=s=320x180:r=25:d=5", dimmed)));
    }

    @Test
    void shotsCoverTheAssetWithoutGaps() throws Exception {
        var video = sample().cuts("cuts.mp4", 2, "red", "blue", "green");

        var shots = shots(video, Duration.ofMillis(6500));

        assertEquals(List.of(new Shot(0, 2000), new Shot(2000, 4000), new Shot(4000, 6500)), shots);
    }

    @Test
    void aStretchHasTheShotsThatTheWholeHasThere() throws Exception {
        var video = sample().cuts("cuts.mp4", 2, "red", "blue", "green");

        var shots = shots(video, new Window(2500, 4500, 0));

        assertEquals(new Shots(List.of(new Shot(2500, 4000), new Shot(4000, 4500)), false), shots);
    }

    @Test
    void aStretchThatBeginsAtACutKnowsIt() throws Exception {
        var video = sample().cuts("cuts.mp4", 2, "red", "blue", "green");

        assertTrue(shots(video, new Window(4000, 5000, 0)).openWithCut());
        assertFalse(shots(video, new Window(4040, 5000, 0)).openWithCut());
        assertFalse(shots(video, new Window(3960, 4000, 0)).openWithCut());
        assertFalse(shots(video, new Window(0, 1000, 0)).openWithCut());
    }

    @Test
    void aVideoMayBeginLaterThanItsAsset() throws Exception {
        var video = sample().cuts("cuts.mp4", 2, "red", "blue");

        var shots = shots(video, new Window(61_000, 65_000, 60_000));

        assertEquals(List.of(new Shot(61_000, 62_000), new Shot(62_000, 65_000)), shots.list());
    }

    private List<Double> cuts(Path video) throws Exception {
        var end = new Probe(FFMPEG).inspect(video).duration();
        return shots(video, end).stream().skip(1).map(shot -> (double) shot.startMs()).toList();
    }

    private static List<Shot> shots(Path video, Duration end) throws Exception {
        return shots(video, Window.whole(end.toMillis())).list();
    }

    private static Shots shots(Path video, Window window) throws Exception {
        var info = new Probe(FFMPEG).inspect(video);
        var picture = Objects.requireNonNull(info.video());
        return new ShotDetector(FFMPEG).detect(video, info, picture, window, _ -> {});
    }

    private Path scenes(List<Integer> lengths, Random random) {
        var inputs = new ArrayList<String>();
        var joined = new StringBuilder();
        int scene = random.nextInt(SCENES.size());
        for (int i = 0; i < lengths.size(); i++) {
            scene = (scene + 1 + random.nextInt(SCENES.size() - 1)) % SCENES.size();
            var source = String.format(Locale.ROOT, SCENES.get(scene), 1 + random.nextInt(9));
            inputs.addAll(List.of("-f", "lavfi", "-i", source + ",format=yuv420p"));
            joined.append("[%d]trim=end_frame=%d,setsar=1[v%d];".formatted(i, lengths.get(i), i));
        }
        IntStream.range(0, lengths.size()).forEach(i -> joined.append("[v" + i + "]"));
        joined.append("concat=n=").append(lengths.size());
        return sample().make(
                        "scenes-" + random.nextInt() + ".mp4",
                        inputs,
                        List.of("-filter_complex", joined.toString()),
                        List.of("-c:v", "libopenh264", "-b:v", "1M"));
    }

    private Path filtered(String source, String filter) {
        return sample().make(
                        "filtered.mp4",
                        List.of("-f", "lavfi", "-i", source, "-vf", filter),
                        List.of("-c:v", "libopenh264", "-b:v", "1M", "-pix_fmt", "yuv420p"));
    }

    private SampleMedia sample() {
        return new SampleMedia(FFMPEG, folder);
    }

    private static boolean near(double expected, double found) {
        return Math.abs(expected - found) <= FRAME / 2;
    }
}
