package io.clipforge.media.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    static final String JPEG = "out_color_matrix=bt601:out_range=pc:threads=1,format=yuvj420p";

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
        var rows = luma(file);
        double light = 0;
        double edges = 0;
        int count = 0;
        for (int y = 1; y < rows.length - 1; y++) {
            var row = rows[y];
            for (int x = STEP; x < row.length - STEP; x += STEP) {
                double here = row[x];
                double around = row[x - STEP] + row[x + STEP] + rows[y - 1][x] + rows[y + 1][x];
                double edge = 4 * here - around;
                light += here;
                edges += edge * edge;
                count++;
            }
        }
        double mean = light / count / 255;
        // Laplacian energy, worth less the nearer the picture is to black or white
        return (edges / count + 1e-6) * mean * (1 - mean);
    }

    /** Every {@link #STEP}th row as it lies in the file, without a way to RGB and back. */
    private static int[][] luma(Path file) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (var input = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(input);
            var picture = reader.readRaster(0, null);
            var rows = new int[picture.getHeight() / STEP][];
            for (int y = 0; y < rows.length; y++) {
                rows[y] = picture.getSamples(0, y * STEP, picture.getWidth(), 1, 0, (int[]) null);
            }
            return rows;
        } finally {
            reader.dispose();
        }
    }
}
