package io.clipforge.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a {@link Proxy}, taken out without encoding it anew. Frames that the first one needs
 * are kept as well, marked as not to be shown, so that it may begin at any frame.
 */
public final class Excerpt {
    private final Ffmpeg ffmpeg;

    public Excerpt(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * @param start of a frame; it becomes time zero
     * @param length at most; less when the video ends before
     */
    public void take(Path video, Duration start, Duration length, Path mp4)
            throws MediaException, IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-y", "-xerror", "-loglevel", "error"));
        // rounded down, so that the frame itself is never cut off
        arguments.addAll(List.of("-ss", start.toNanos() / 1000 + "us"));
        arguments.addAll(Ffmpeg.input(video));
        arguments.addAll(List.of("-t", length.toMillis() + "ms", "-map", "0:v", "-c", "copy"));
        arguments.addAll(List.of("-movflags", "+faststart", "-f", "mp4"));
        arguments.add("file:" + mp4.toAbsolutePath());
        ffmpeg.run(arguments, Limits.pass(length));
    }
}
