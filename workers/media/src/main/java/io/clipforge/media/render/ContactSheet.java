package io.clipforge.media.render;

import io.clipforge.media.reframe.Size;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The clip at a glance: eight of its frames as they are delivered, row by row, in one picture. */
record ContactSheet(Path file, Size frame, int clipFrames) {
    private static final int COUNT = 8;
    private static final int LONG_SIDE = 400;

    /** Of its cells in pixels. */
    Size cell() {
        double scale = (double) LONG_SIDE / Math.max(frame.width(), frame.height());
        return new Size(even(frame.width() * scale), even(frame.height() * scale));
    }

    /** A wide clip has two to a row, any other one four. */
    int columns() {
        return frame.ratio() > 1.3 ? 2 : 4;
    }

    /** Picks the frames out of the clip's and puts them beside each other. */
    String filters() {
        var chosen =
                IntStream.range(0, COUNT)
                        .map(i -> (2 * i + 1) * clipFrames / (2 * COUNT))
                        .distinct()
                        .mapToObj("eq(n,%d)"::formatted)
                        .collect(Collectors.joining("+"));
        return "select='%s',scale=%d:%d:flags=area:%s,tile=%dx%d"
                .formatted(
                        chosen,
                        cell().width(),
                        cell().height(),
                        Stills.JPEG,
                        columns(),
                        COUNT / columns());
    }

    List<String> output(String label) {
        return List.of(
                "-map",
                "[" + label + "]",
                "-frames:v",
                "1",
                "-c:v",
                "mjpeg",
                "-q:v",
                "4",
                "-f",
                "image2",
                "-update",
                "1",
                "file:" + file.toAbsolutePath());
    }

    private static int even(double pixels) {
        return 2 * (int) Math.round(pixels / 2);
    }
}
