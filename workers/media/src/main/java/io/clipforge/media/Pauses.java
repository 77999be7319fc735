package io.clipforge.media;

import java.io.IOException;
import java.util.Arrays;

/** Where a sound pauses, in frames of 10 ms; what is silent is told from the sound itself. */
public final class Pauses {
    public static final int FRAMES_PER_SECOND = 100;

    /** Deeper silences are all the same. */
    private static final double SILENT_DB = -70;

    /** Below this share of the way from the quiet to the loud parts lies a pause. */
    private static final double PAUSE_LEVEL = 0.3;

    private static final double LEAST_RANGE_DB = 10;

    /** Frames on each side that belong to a place. */
    private static final int REACH = 10;

    private final double[] levels;
    private final double pause;

    private Pauses(double[] levels) {
        this.levels = levels;
        this.pause = pauseLevel(levels);
    }

    /**
     * Of a stretch of a sound; an incomplete last frame is left out.
     *
     * @param first sample
     * @param count samples at most
     */
    public static Pauses of(WavFile sound, long first, long count) throws IOException {
        int frame = sound.sampleRate() / FRAMES_PER_SECOND;
        long present = Math.clamp(sound.samples() - first, 0, count);
        var levels = Levels.of(sound, first, present - present % frame, frame);
        return new Pauses(Arrays.stream(levels).map(it -> Math.max(SILENT_DB, it)).toArray());
    }

    /** How many frames there are. */
    public int frames() {
        return levels.length;
    }

    /** Whether nothing is said in a frame. */
    public boolean at(int frame) {
        return levels[frame] <= pause;
    }

    /** The frame from which on it is quietest, pause or not. */
    public int quietest(int from, int to) {
        int best = from;
        double least = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            double sum = 0;
            for (int k = Math.max(0, i - REACH); k < Math.min(levels.length, i + REACH); k++) {
                sum += levels[k];
            }
            if (sum < least) {
                least = sum;
                best = i;
            }
        }
        return best;
    }

    private static double pauseLevel(double[] levels) {
        if (levels.length == 0) {
            return SILENT_DB;
        }
        var sorted = levels.clone();
        Arrays.sort(sorted);
        double quiet = sorted[sorted.length / 10];
        double loud = sorted[(int) (sorted.length * 0.95)];
        return loud - quiet < LEAST_RANGE_DB ? SILENT_DB : quiet + PAUSE_LEVEL * (loud - quiet);
    }
}
