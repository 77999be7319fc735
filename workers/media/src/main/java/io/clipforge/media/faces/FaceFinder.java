package io.clipforge.media.faces;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Frames;
import io.clipforge.media.MediaException;
import io.clipforge.media.MediaInfo;
import io.clipforge.media.Window;
import io.clipforge.media.shots.Shot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Looks for faces five times a second and follows them through each shot. */
public final class FaceFinder {
    private static final double RATE = 5;

    /** A model may take no larger picture. */
    private static final double LONG_SIDE = 640;

    private final Ffmpeg ffmpeg;
    private final FaceDetector detector;

    public FaceFinder(Ffmpeg ffmpeg, FaceDetector detector) {
        this.ffmpeg = ffmpeg;
        this.detector = detector;
    }

    /**
     * Looks at a window, at times that are the same whatever window they lie in.
     *
     * @param shots of the window: in order, without gaps
     * @param progress 0 to 1
     */
    public List<FaceTrack> find(
            Path file,
            MediaInfo info,
            MediaInfo.Video video,
            Window window,
            List<Shot> shots,
            DoubleConsumer progress)
            throws MediaException, IOException, InterruptedException {
        var request = request(file, info, video, window);
        if (!request.length().isPositive()) {
            return List.of();
        }
        var tracker = new FaceTracker();
        double length = Math.min(window.lengthMs(), request.length().toMillis());
        int shot = 0;
        try (var frames = Frames.open(ffmpeg, request)) {
            for (var next = frames.next(); next.isPresent(); next = frames.next()) {
                long time = window.zeroMs() + next.get().time().toMillis();
                if (time >= window.endMs()) {
                    break;
                }
                while (shot + 1 < shots.size() && time >= shots.get(shot).endMs()) {
                    shot++;
                }
                var faces = detector.detect(next.get().pixels(), request.width(), request.height());
                tracker.add(shot, time, faces);
                progress.accept(Math.min(1, (time - window.startMs()) / length));
            }
        }
        return tracker.finish();
    }

    private static Frames.Request request(
            Path file, MediaInfo info, MediaInfo.Video video, Window window) {
        double scale = Math.min(1, LONG_SIDE / Math.max(video.width(), video.height()));
        double rate = Math.min(RATE, video.frameRate());
        double first = Math.ceil(window.startMs() * rate / 1000);
        var start = Duration.ofNanos(Math.round(first * 1e9 / rate)).minusMillis(window.zeroMs());
        return new Frames.Request(
                file,
                video.index(),
                (int) Math.round(video.width() * scale),
                (int) Math.round(video.height() * scale),
                rate,
                Frames.Pixels.RGB,
                start,
                info.duration().minus(start),
                false);
    }
}
