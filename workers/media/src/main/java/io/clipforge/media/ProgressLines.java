package io.clipforge.media;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Reads what ffmpeg prints for {@code -progress}. */
final class ProgressLines implements Consumer<String> {
    private static final String MICROS = "out_time_us=";
    private static final String FRAMES = "frame=";

    private final String key;
    private final double whole;
    private final DoubleConsumer progress;
    private volatile double written;

    private ProgressLines(String key, double whole, DoubleConsumer progress) {
        this.key = key;
        this.whole = Math.max(1, whole);
        this.progress = progress;
    }

    /** By the time that is written. Of several outputs it may be that of any. */
    static ProgressLines ofTime(Duration length, DoubleConsumer progress) {
        return new ProgressLines(MICROS, length.toNanos() / 1000.0, progress);
    }

    /** By the frames of the first video that is written. */
    static ProgressLines ofFrames(int frames, DoubleConsumer progress) {
        return new ProgressLines(FRAMES, frames, progress);
    }

    @Override
    public void accept(String line) {
        // before the first frame the time is N/A
        if (line.startsWith(key) && !line.endsWith("N/A")) {
            written = Math.max(written, Double.parseDouble(line.substring(key.length())));
            progress.accept(Math.clamp(written / whole, 0.0, 1.0));
        }
    }

    /** How much time had been written at the last report. */
    Duration written() {
        return Duration.ofNanos(Math.round(written * 1000));
    }
}
