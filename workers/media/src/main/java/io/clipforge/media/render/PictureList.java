package io.clipforge.media.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Which picture is shown on each frame, for ffmpeg's concat demuxer.
 *
 * @param file beside the pictures that it names
 */
record PictureList(Path file) {

    /**
     * @param name of the list
     * @param pictures names of files in the folder, one for each frame
     */
    static PictureList write(Path folder, String name, List<String> pictures, FrameRate rate)
            throws IOException {
        var list = new StringBuilder("ffconcat version 1.0\n");
        for (int from = 0, to; from < pictures.size(); from = to) {
            to = from + 1;
            while (to < pictures.size() && pictures.get(to).equals(pictures.get(from))) {
                to++;
            }
            // without a frame rate of its own a picture's time is rounded to a 25th of a second
            list.append("file '%s'\noption pattern_type none\n".formatted(pictures.get(from)));
            list.append("option framerate %s\n".formatted(rate));
            list.append(String.format(Locale.ROOT, "duration %.6f\n", rate.seconds(to - from)));
        }
        return new PictureList(Files.writeString(folder.resolve(name), list));
    }

    /** The names lie beside the list; only an unsafe list may set the pictures' frame rate. */
    List<String> input() {
        return List.of("-f", "concat", "-safe", "0", "-i", "file:" + file.toAbsolutePath());
    }

    /** The input as it is laid over a picture. */
    static String prepared() {
        return "scale=out_color_matrix=bt709:out_range=tv,format=yuva420p";
    }
}
