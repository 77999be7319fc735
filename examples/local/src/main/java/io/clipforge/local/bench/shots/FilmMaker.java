package io.clipforge.local.bench.shots;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.MediaException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes films of generated pictures, the same ones for the same seed. */
final class FilmMaker {
    private static final int RATE = 25;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int SCENES = 24;

    /** Of a fade at each side of the black, and of a dissolve, frames. */
    private static final int FADE = 12;

    private static final int DISSOLVE = 20;

    /** A cut is found in its frame or the next; a transition somewhere within it. */
    private static final double NEAR_CUT = 2.5 / RATE;

    private static final double NEAR_FADE = (FADE + 1.0) / RATE;

    /** Pictures that move slowly; the number makes each of a kind another one. */
    private static final List<String> CALM =
            List.of(
                    "testsrc2=s=640x360:r=25,hue=h=%d",
                    "mandelbrot=s=640x360:r=25:start_scale=0.%03d:start_x=-0.743643887:start_y=-0.131825904",
                    "life=s=640x360:r=25:mold=10:ratio=0.2:seed=%d:life_color=#C83232:death_color=#203060",
                    "gradients=s=640x360:r=25:n=3:seed=%d:speed=0.02",
                    "smptehdbars=s=640x360:r=25,hue=h=%d",
                    "sierpinski=s=640x360:r=25:seed=%d:type=triangle",
                    "yuvtestsrc=s=640x360:r=25,hue=h=%d",
                    "testsrc=s=640x360:r=25,hue=h=%d");

    /** A camera that is swung about; %%d as before. */
    private static final List<String> FAST =
            List.of(
                    "testsrc2=s=640x360:r=25,hue=h=%d,scroll=h=0.03",
                    "cellauto=s=640x360:r=25:seed=%d:rule=110,scroll=h=0.02:v=0.01",
                    "testsrc2=s=1280x720:r=25,hue=h=%d,crop=640:360:x='320+300*sin(n/5)':y='180+150*cos(n/7)'",
                    "gradients=s=640x360:r=25:n=4:seed=%d:speed=0.3",
                    "smptehdbars=s=1280x720:r=25,hue=h=%d,rotate=a=n/12,crop=640:360");

    /** A photographer's flash: two white frames every second and a half. */
    private static final String FLASHES =
            "drawbox=c=white:t=fill:enable='lt(mod(n,37),2)*gt(n,30)'";

    private final Ffmpeg ffmpeg;
    private final Path folder;
    private final Random random;

    FilmMaker(Ffmpeg ffmpeg, Path folder, Random random) {
        this.ffmpeg = ffmpeg;
        this.folder = folder;
        this.random = random;
    }

    /**
     * @param picture a chain of filters
     * @param frames how long it is seen
     */
    private record Scene(String picture, int frames) {
        Scene with(String filter) {
            return new Scene(picture + "," + filter, frames);
        }
    }

    List<Film> make() throws IOException, InterruptedException {
        return List.of(
                cuts("hard cuts", scenes(CALM, 20, 90)),
                cuts(
                        "grain",
                        filtered(scenes(CALM, 20, 90), it -> it.with("noise=alls=25:allf=t"))),
                cuts("fast motion", scenes(FAST, 30, 110)),
                cuts("flashes", filtered(scenes(CALM, 60, 150), it -> it.with(FLASHES))),
                cuts("quick cuts", scenes(CALM, 12, 25)),
                fades(scenes(CALM, 60, 120)),
                dissolves(scenes(CALM, 70, 120)));
    }

    private List<Scene> scenes(List<String> pictures, int shortest, int longest) {
        var scenes = new ArrayList<Scene>();
        int last = -1;
        for (int i = 0; i < SCENES; i++) {
            int next = random.nextInt(pictures.size());
            if (next == last) {
                next = (next + 1) % pictures.size(); // a cut that nobody sees is none
            }
            last = next;
            scenes.add(
                    new Scene(
                            String.format(Locale.ROOT, pictures.get(next), random.nextInt(1, 360)),
                            random.nextInt(shortest, longest)));
        }
        return scenes;
    }

    private static List<Scene> filtered(List<Scene> scenes, UnaryOperator<Scene> filter) {
        return scenes.stream().map(filter).toList();
    }

    private Film cuts(String kind, List<Scene> scenes) throws IOException, InterruptedException {
        return concatenated(kind, scenes, NEAR_CUT);
    }

    /** Through black. */
    private Film fades(List<Scene> scenes) throws IOException, InterruptedException {
        var faded = new ArrayList<Scene>();
        for (int i = 0; i < scenes.size(); i++) {
            var scene = scenes.get(i);
            if (i > 0) {
                scene = scene.with("fade=t=in:s=0:n=" + FADE);
            }
            if (i < scenes.size() - 1) {
                scene = scene.with("fade=t=out:s=%d:n=%d".formatted(scene.frames() - FADE, FADE));
            }
            faded.add(scene);
        }
        return concatenated("fades", faded, NEAR_FADE);
    }

    private Film concatenated(String kind, List<Scene> scenes, double near)
            throws IOException, InterruptedException {
        var inputs =
                IntStream.range(0, scenes.size())
                        .mapToObj("[s%d]"::formatted)
                        .collect(Collectors.joining());
        var cuts = new ArrayList<Double>();
        int frames = 0;
        for (var it : scenes) {
            cuts.add(frames / (double) RATE);
            frames += it.frames();
        }
        var graph = graph(scenes) + inputs + "concat=n=%d:v=1:a=0[film]".formatted(scenes.size());
        return film(kind, graph, frames, cuts.subList(1, cuts.size()), near);
    }

    private Film dissolves(List<Scene> scenes) throws IOException, InterruptedException {
        var graph = new StringBuilder(graph(scenes));
        var cuts = new ArrayList<Double>();
        int frames = scenes.getFirst().frames();
        var before = "s0";
        for (int i = 1; i < scenes.size(); i++) {
            int begin = frames - DISSOLVE;
            var joined = i == scenes.size() - 1 ? "film" : "x" + i;
            graph.append(
                    String.format(
                            Locale.ROOT,
                            "[%s][s%d]xfade=transition=fade:duration=%.3f:offset=%.3f[%s];",
                            before,
                            i,
                            DISSOLVE / (double) RATE,
                            begin / (double) RATE,
                            joined));
            cuts.add((begin + DISSOLVE / 2.0) / RATE);
            frames = begin + scenes.get(i).frames();
            before = joined;
        }
        graph.setLength(graph.length() - 1);
        return film("dissolves", graph.toString(), frames, cuts, NEAR_FADE);
    }

    private static String graph(List<Scene> scenes) {
        return IntStream.range(0, scenes.size())
                .mapToObj(i ->
                        "%s,trim=end_frame=%d,setpts=PTS-STARTPTS,setsar=1,format=yuv420p[s%d];"
                                .formatted(scenes.get(i).picture(), scenes.get(i).frames(), i))
                .collect(Collectors.joining());
    }

    private Film film(String kind, String graph, int frames, List<Double> cuts, double near)
            throws IOException, InterruptedException {
        var file = folder.resolve(kind.replace(' ', '-') + ".mp4").toAbsolutePath();
        var arguments = new ArrayList<>(List.of("-y", "-loglevel", "error"));
        arguments.addAll(List.of("-filter_complex", graph, "-map", "[film]"));
        arguments.addAll(List.of("-c:v", "libopenh264", "-b:v", "3M", "-g", "125"));
        arguments.addAll(List.of("-s", WIDTH + "x" + HEIGHT, "file:" + file));
        try {
            ffmpeg.run(arguments, Limits.pass(Duration.ofMinutes(10)));
        } catch (MediaException e) {
            throw new IOException("the film " + kind + " cannot be made: " + e.log(), e);
        }
        return new Film(kind, file, frames / (double) RATE, cuts, near);
    }
}
