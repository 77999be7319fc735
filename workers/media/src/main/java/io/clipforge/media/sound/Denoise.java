package io.clipforge.media.sound;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Takes steady noise out of a sound. Rumble below 80 Hz goes; then ffmpeg's {@code afftdn} takes 12
 * dB off whatever lies below the noise floor, which is measured: with {@code Q} the level that a
 * tenth of all frames of 10 ms stay below and {@code L} the one that a twentieth exceed, both dB
 * full scale, it is {@code min(Q + 5, L − 10)}. Frames without any signal do not count.
 */
public final class Denoise {
    /** Before the floor is measured. */
    public static final String RUMBLE = "highpass=f=80";

    private static final double REDUCTION_DB = 12;
    private static final double ABOVE_QUIET_DB = 5;
    private static final double BELOW_LOUD_DB = 10;
    private static final double NO_SIGNAL_DB = -100;

    /** What the filter can be told. */
    private static final double LEAST_FLOOR_DB = -80;

    private static final double MOST_FLOOR_DB = -20;

    /** Samples by which it is late: half of its window of 50 ms. */
    private static final int DELAY = FloatWriter.SAMPLE_RATE / 40;

    private static final int FRAME = FloatWriter.SAMPLE_RATE / 100;

    private Denoise() {}

    /**
     * @param raw the sound it is going to work on, without a header
     */
    public static String filter(Path raw) throws IOException {
        return String.format(
                Locale.ROOT,
                "apad=pad_len=%d,afftdn=nr=%.0f:nf=%.1f,atrim=start_sample=%d,asetpts=N/SR/TB",
                DELAY,
                REDUCTION_DB,
                floor(raw),
                DELAY);
    }

    private static double floor(Path raw) throws IOException {
        var levels = Arrays.stream(levels(raw)).filter(it -> it > NO_SIGNAL_DB).sorted().toArray();
        if (levels.length == 0) {
            return LEAST_FLOOR_DB;
        }
        double quiet = levels[levels.length / 10];
        double loud = levels[(int) (levels.length * 0.95)];
        double floor = Math.min(quiet + ABOVE_QUIET_DB, loud - BELOW_LOUD_DB);
        return Math.clamp(floor, LEAST_FLOOR_DB, MOST_FLOOR_DB);
    }

    private static double[] levels(Path raw) throws IOException {
        try (var sound = FloatReader.raw(raw)) {
            var levels = new double[Math.toIntExact(sound.samples() / FRAME)];
            for (int i = 0; i < levels.length; i++) {
                double squares = 0;
                for (float sample : sound.read((long) i * FRAME, FRAME)) {
                    squares += (double) sample * sample;
                }
                double power = squares / (FRAME * FloatWriter.CHANNELS);
                levels[i] = 10 * Math.log10(Math.max(power, 1e-15));
            }
            return levels;
        }
    }
}
