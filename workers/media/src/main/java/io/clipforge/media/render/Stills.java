package io.clipforge.media.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Candidates for the thumbnail, written while the clip is rendered: the sharpest is taken, one with
 * a face before all others. A picture that is nearly black or white comes last.
 *
 * @param pattern file names, counted from 1
 * @param frames of the clip, in the order of the files
 */
record Stills(Path folder, String pattern, List<Integer> frames) {
    private static final int CANDIDATES = 8;
    private static final double FACE_BONUS = 10;
    private static final int STEP = 2;

    /** For a filter that scales: the colours as JFIF has them. */
    static final String JPEG = "out_color_matrix=bt601:out_range=pc,format=yuvj420p";

    static Stills plan(Path folder, String name, int clipFrames) {
        var frames =
                IntStream.range(0, CANDIDATES)
                        .map(i -> (2 * i + 1) * clipFrames / (2 * CANDIDATES))
                        .distinct()
                        .boxed()
                        .toList();
        return new Stills(folder, name + "-%d.jpg", frames);
    }

    /** Picks the candidates out of the clip's frames. */
    String filters() {
        var chosen = frames.stream().map("eq(n,%d)"::formatted).collect(Collectors.joining("+"));
        return "select='" + chosen + "',scale=" + JPEG;
    }

    List<String> output(String label) {
        return List.of(
                "-map",
                "[" + label + "]",
                "-fps_mode",
                "passthrough",
                "-c:v",
                "mjpeg",
                "-q:v",
                "3",
                "-f",
                "image2",
                folder.toAbsolutePath().toString().replace("%", "%%") + "/" + pattern);
    }

    /**
     * @param hasFace whether a face is seen on a frame of the clip
     */
    Path best(IntPredicate hasFace) throws IOException {
        Map<Double, Path> byWorth = new TreeMap<>(Comparator.reverseOrder());
        for (int i = 0; i < frames.size(); i++) {
            var file = folder.resolve(pattern.formatted(i + 1));
            double bonus = hasFace.test(frames.get(i)) ? FACE_BONUS : 1;
            byWorth.putIfAbsent(worth(file) * bonus, file);
        }
        return byWorth.values().iterator().next();
    }

    private static double worth(Path file) throws IOException {
        var image = Objects.requireNonNull(ImageIO.read(file.toFile()), "no picture");
        double light = 0;
        double edges = 0;
        int count = 0;
        for (int y = STEP; y < image.getHeight() - STEP; y += STEP) {
            for (int x = STEP; x < image.getWidth() - STEP; x += STEP) {
                double here = green(image, x, y);
                double around =
                        green(image, x - STEP, y)
                                + green(image, x + STEP, y)
                                + green(image, x, y - STEP)
                                + green(image, x, y + STEP);
                light += here;
                edges += Math.pow(4 * here - around, 2);
                count++;
            }
        }
        double mean = light / count / 255;
        // Laplacian energy, worth less the nearer the picture is to black or white
        return (edges / count + 1e-6) * mean * (1 - mean);
    }

    private static int green(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) >> 8 & 0xFF;
    }
}
