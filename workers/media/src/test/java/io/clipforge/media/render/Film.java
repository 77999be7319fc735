package io.clipforge.media.render;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Frames;
import io.clipforge.media.MediaException;
import io.clipforge.media.Probe;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;

/** The decoded pictures of a clip, frame by frame. */
record Film(int width, int height, List<byte[]> frames) {

    static Film of(Ffmpeg ffmpeg, Path file)
            throws MediaException, IOException, InterruptedException {
        var info = new Probe(ffmpeg).inspect(file);
        var video = Objects.requireNonNull(info.video());
        var request =
                Frames.Request.all(
                        file,
                        video.index(),
                        video.width(),
                        video.height(),
                        video.frameRate(),
                        Frames.Pixels.RGB,
                        info.duration());
        var pictures = new ArrayList<byte[]>();
        try (var frames = Frames.open(ffmpeg, request)) {
            for (var frame = frames.next(); frame.isPresent(); frame = frames.next()) {
                pictures.add(frame.get().pixels());
            }
        }
        return new Film(video.width(), video.height(), pictures);
    }

    int size() {
        return frames.size();
    }

    /** 0xRRGGBB. */
    int at(int frame, int x, int y) {
        var pixels = frames.get(frame);
        int at = 3 * (y * width + x);
        return (pixels[at] & 0xFF) << 16 | (pixels[at + 1] & 0xFF) << 8 | (pixels[at + 2] & 0xFF);
    }

    /** The smallest rectangle around all such pixels; an empty one when there is none. */
    Rectangle bounds(int frame, IntPredicate pixel) {
        var bounds = new Rectangle(-1, -1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (pixel.test(at(frame, x, y))) {
                    bounds.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return bounds;
    }

    /** Whether two colours look the same after encoding. */
    static boolean like(int rgb, int other, int slack) {
        return Math.abs((rgb >> 16) - (other >> 16)) <= slack
                && Math.abs((rgb >> 8 & 0xFF) - (other >> 8 & 0xFF)) <= slack
                && Math.abs((rgb & 0xFF) - (other & 0xFF)) <= slack;
    }
}
