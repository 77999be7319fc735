package io.clipforge.media.shots;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Frames;
import io.clipforge.media.MediaException;
import io.clipforge.media.MediaInfo;
import io.clipforge.media.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Cuts a video into its shots: hard cuts and fades through black, not flashes. */
public final class ShotDetector {
    /** No cut follows another one within this time. */
    public static final long SHORTEST_SHOT_MS = CutFinder.SHORTEST_SHOT_MS;

    private static final int WIDTH = 64;
    private static final int HEIGHT = 36;

    /** The same frame has times this much apart in two videos whose clocks are rounded. */
    private static final long SAME_FRAME_MS = 16;

    private final Ffmpeg ffmpeg;

    public ShotDetector(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Finds the shots of a window. What the video shows before and after it only helps to judge
     * what lies near its ends.
     *
     * @param progress 0 to 1
     */
    public Shots detect(
            Path file,
            MediaInfo info,
            MediaInfo.Video video,
            Window window,
            DoubleConsumer progress)
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
                                info.duration())
                        .roughly();
        double length = Math.max(1, info.duration().toMillis());
        try (var frames = Frames.open(ffmpeg, request)) {
            for (var next = frames.next(); next.isPresent(); next = frames.next()) {
                long time = next.get().time().toMillis();
                finder.add(Picture.of(window.zeroMs() + time, next.get().pixels()));
                progress.accept(Math.min(1, time / length));
            }
        }
        return within(window, finder.finish());
    }

    private static Shots within(Window window, List<Long> cuts) {
        var shots = new ArrayList<Shot>();
        boolean openWithCut = false;
        long start = window.startMs();
        for (long cut : cuts) {
            openWithCut |= cut > window.startMs() - SAME_FRAME_MS && cut <= window.startMs();
            if (cut > start && cut < window.endMs()) {
                shots.add(new Shot(start, cut));
                start = cut;
            }
        }
        shots.add(new Shot(start, window.endMs()));
        return new Shots(shots, openWithCut);
    }
}
