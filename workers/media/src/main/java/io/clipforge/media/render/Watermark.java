package io.clipforge.media.render;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.MediaException;
import io.clipforge.media.captions.drawing.SafeBox;
import io.clipforge.media.reframe.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A picture in a corner of the safe box.
 *
 * @param png a stranger's file
 * @param opacity 0 to 1
 */
public record Watermark(Path png, Corner corner, double opacity) {
    private static final double WIDTH = 0.2;
    private static final double HEIGHT = 0.05;

    public enum Corner {
        TOP_LEFT,
        TOP_RIGHT,
        BOTTOM_LEFT,
        BOTTOM_RIGHT;

        boolean isBottom() {
            return this == BOTTOM_LEFT || this == BOTTOM_RIGHT;
        }

        boolean isLeft() {
            return this == TOP_LEFT || this == BOTTOM_LEFT;
        }
    }

    /** Opened as PNG whatever it says it is. */
    List<String> input() {
        return StillPicture.png(png).input();
    }

    /** Whether the file is a PNG of a reasonable size. */
    public boolean isReadable(Ffmpeg ffmpeg) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-loglevel", "error", "-xerror"));
        arguments.addAll(input());
        arguments.addAll(List.of("-frames:v", "1", "-f", "null", "-"));
        try {
            ffmpeg.run(arguments, Limits.glance());
            return true;
        } catch (MediaException _) {
            return false; // that is the answer
        }
    }

    /** Height it may take, pixels. */
    int height(Size frame) {
        return 2 * (int) (HEIGHT * frame.height() / 2);
    }

    /** Scales it and makes it as transparent as asked. */
    String prepared(Size frame) {
        return String.format(
                Locale.ROOT,
                "scale=%d:%d:force_original_aspect_ratio=decrease,format=rgba,"
                        + "colorchannelmixer=aa=%.3f,"
                        + "scale=out_color_matrix=bt709:out_range=tv,format=yuva420p",
                2 * (int) (WIDTH * frame.width() / 2),
                height(frame),
                opacity);
    }

    /** Where it is laid over the frame. */
    String overlay(Size frame) {
        var safe = SafeBox.of(frame);
        var x = corner.isLeft() ? String.valueOf(safe.left()) : safe.right() + "-w";
        var y = corner.isBottom() ? safe.bottom() + "-h" : String.valueOf(safe.top());
        return "overlay=x=%s:y=%s:eof_action=repeat".formatted(x, y);
    }
}
