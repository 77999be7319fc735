package io.clipforge.media;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Reads what ffmpeg prints for {@code -progress}. */
final class ProgressLines implements Consumer<String> {
    private static final String TIME = "out_time_us=";

    private final double lengthMicros;
    private final DoubleConsumer progress;
    private volatile double micros;

    ProgressLines(Duration length, DoubleConsumer progress) {
        this.lengthMicros = Math.max(1, length.toNanos() / 1000.0);
        this.progress = progress;
    }

    @Override
    public void accept(String line) {
        // before the first frame the time is N/A
        if (line.startsWith(TIME) && !line.endsWith("N/A")) {
            // of several outputs now one is told, now another
            micros = Math.max(micros, Double.parseDouble(line.substring(TIME.length())));
            progress.accept(Math.clamp(micros / lengthMicros, 0.0, 1.0));
        }
    }

    /** How much had been written at the last report. */
    Duration written() {
        return Duration.ofNanos(Math.round(micros * 1000));
    }
}
