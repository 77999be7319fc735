package io.clipforge.media;

import io.clipforge.media.MediaException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes a still picture that shows what a video is about. */
public final class Poster {
    private static final int WIDTH = 1280;

    private final Ffmpeg ffmpeg;

    public Poster(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Writes a JPEG of at most 1280 pixels in width: the most typical of the frames around a tenth
     * of the length, because the first ones are often black.
     */
    public void take(Path source, MediaInfo info, MediaInfo.Video video, Path jpeg)
            throws MediaException, IOException, InterruptedException {
        try {
            take(source, info.duration().dividedBy(10), video, jpeg);
        } catch (MediaException e) {
            if (e.reason() != Reason.UNDECODABLE) {
                throw e;
            }
            take(source, Duration.ZERO, video, jpeg); // no frame there: damaged or cut short
        }
    }

    private void take(Path source, Duration at, MediaInfo.Video video, Path jpeg)
            throws MediaException, IOException, InterruptedException {
        int width = Math.min(WIDTH, video.width());
        long height = Math.max(1, Math.round((double) video.height() * width / video.width()));
        var filter = "thumbnail=n=30,scale=%d:%d,setsar=1,format=yuvj420p".formatted(width, height);
        var arguments = new ArrayList<>(List.of("-y", "-loglevel", "error"));
        arguments.addAll(List.of("-ss", at.toMillis() + "ms"));
        arguments.addAll(Ffmpeg.input(source));
        arguments.addAll(List.of("-map", "0:" + video.index(), "-vf", filter));
        arguments.addAll(List.of("-frames:v", "1", "-c:v", "mjpeg", "-q:v", "3"));
        arguments.addAll(List.of("-update", "1", "-f", "image2"));
        arguments.add("file:" + jpeg.toAbsolutePath());
        Files.deleteIfExists(jpeg);
        var result = ffmpeg.run(arguments, Limits.glance());
        if (Files.notExists(jpeg)) {
            throw new MediaException(Reason.UNDECODABLE, "no frame decodes", result.log());
        }
    }
}
