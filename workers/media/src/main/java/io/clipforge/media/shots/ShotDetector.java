package io.clipforge.media.shots;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Frames;
import io.clipforge.media.MediaException;
import io.clipforge.media.MediaInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Cuts a video into its shots: hard cuts and fades through black, not flashes. */
public final class ShotDetector {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 36;

    private final Ffmpeg ffmpeg;

    public ShotDetector(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * In order, without gaps, from zero to the end.
     *
     * @param end of the last shot; milliseconds after zero
     * @param progress 0 to 1
     */
    public List<Shot> detect(
            Path file, MediaInfo info, MediaInfo.Video video, Duration end, DoubleConsumer progress)
            throws MediaException, IOException, InterruptedException {
        var finder = new CutFinder();
        var request =
                Frames.Request.all(
                        file,
                        video.index(),
                        WIDTH,
                        HEIGHT,
                        video.frameRate(),
                        Frames.Pixels.RGB,
                        info.duration());
        double length = Math.max(1, info.duration().toMillis());
        try (var frames = Frames.open(ffmpeg, request)) {
            for (var next = frames.next(); next.isPresent(); next = frames.next()) {
                long time = next.get().time().toMillis();
                finder.add(Picture.of(time, next.get().pixels()));
                progress.accept(Math.min(1, time / length));
            }
        }
        return between(finder.finish(), end.toMillis());
    }

    private static List<Shot> between(List<Long> cuts, long end) {
        var shots = new ArrayList<Shot>();
        long start = 0;
        for (long cut : cuts) {
            if (cut > start && cut < end) {
                shots.add(new Shot(start, cut));
                start = cut;
            }
        }
        shots.add(new Shot(start, end));
        return List.copyOf(shots);
    }
}
