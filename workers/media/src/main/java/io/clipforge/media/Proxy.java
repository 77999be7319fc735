package io.clipforge.media;

import io.clipforge.media.MediaException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;

/**
 * Makes the low-resolution video that is analysed instead of the source: square pixels, upright, at
 * a constant frame rate, with a key frame every second. Its time zero is that of the file.
 */
public final class Proxy {
    private static final int SHORT_SIDE = 360;
    private static final int LONG_SIDE = 1280;
    private static final double MAX_FRAME_RATE = 30;

    private final Ffmpeg ffmpeg;

    public Proxy(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * @param frameRate constant, frames per second
     */
    public record Shape(int width, int height, double frameRate) {
        /** At most 360 pixels on the short side, never larger than the source. */
        public static Shape of(MediaInfo.Video video) {
            double shorter = Math.min(video.width(), video.height());
            double longer = Math.max(video.width(), video.height());
            double scale = Math.min(1, Math.min(SHORT_SIDE / shorter, LONG_SIDE / longer));
            return new Shape(
                    even(video.width() * scale),
                    even(video.height() * scale),
                    Math.min(MAX_FRAME_RATE, video.frameRate()));
        }

        /** The encoder wants even sides and 16 pixels. */
        private static int even(double pixels) {
            return Math.max(16, (int) Math.round(pixels / 2) * 2);
        }
    }

    /**
     * @return what was made; its duration is that of what decodes
     * @throws MediaException {@link Reason#UNDECODABLE} when no frame decodes
     */
    public MediaInfo make(
            Path source, MediaInfo info, MediaInfo.Video video, Path mp4, DoubleConsumer progress)
            throws MediaException, IOException, InterruptedException {
        var shape = Shape.of(video);
        var filter =
                String.format(
                        Locale.ROOT,
                        "fps=%.6f:start_time=0,scale=%d:%d:flags=fast_bilinear,setsar=1",
                        shape.frameRate(),
                        shape.width(),
                        shape.height());
        var arguments = new ArrayList<>(List.of("-y", "-loglevel", "error"));
        arguments.addAll(Ffmpeg.input(source));
        arguments.addAll(List.of("-map", "0:" + video.index(), "-max_error_rate", "1"));
        arguments.addAll(List.of("-vf", filter, "-pix_fmt", "yuv420p"));
        arguments.addAll(List.of("-c:v", "libopenh264", "-b:v", "500k"));
        arguments.addAll(List.of("-g", String.valueOf(Math.round(Math.ceil(shape.frameRate())))));
        arguments.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1"));
        arguments.addAll(List.of("-movflags", "+faststart", "-f", "mp4"));
        arguments.add("file:" + mp4.toAbsolutePath());
        ffmpeg.run(arguments, Limits.pass(info.duration()), info.duration(), progress);
        return new Probe(ffmpeg).inspect(mp4);
    }
}
