package io.clipforge.fleet.transcribe;

import io.clipforge.media.WavFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Cuts sound into pieces that are recognised one by one: at pauses, and at the quietest place where
 * there is no pause for long. Long silences are left out.
 *
 * <p>Short pieces keep the engine's normalisation to one voice; measured with flite's voices,
 * pieces of up to 20 s made half as many mistakes again.
 */
final class SpeechSegments {
    /** Samples from {@code first}, on the file's clock. */
    record Segment(long first, int count) {}

    private static final int FRAMES_PER_SECOND = 100;
    private static final double SILENT_DB = -70;
    private static final int PAUSE = FRAMES_PER_SECOND / 4;
    private static final int LONG_PAUSE = FRAMES_PER_SECOND;

    /** Silence that stays at the ends of a piece. */
    private static final int MARGIN = 3 * FRAMES_PER_SECOND / 10;

    private static final int SHORTEST = 2 * FRAMES_PER_SECOND;
    private static final int LONGEST = 15 * FRAMES_PER_SECOND;

    /** Below this share of the way from the quiet to the loud parts lies a pause. */
    private static final double PAUSE_LEVEL = 0.3;

    private static final double LEAST_RANGE_DB = 10;

    private SpeechSegments() {}

    static List<Segment> of(WavFile wav) throws IOException {
        int frame = wav.sampleRate() / FRAMES_PER_SECOND;
        var levels = levels(wav, frame);
        double pause = pauseLevel(levels);
        var segments = new ArrayList<Segment>();
        int start = 0;
        for (int end : cuts(levels, pause)) {
            trimmed(levels, pause, start, end, frame).ifPresent(segments::add);
            start = end;
        }
        return List.copyOf(segments);
    }

    /** Decibels full scale per frame; the last, incomplete frame is silence to us. */
    private static double[] levels(WavFile wav, int frame) throws IOException {
        var levels = new double[Math.toIntExact(wav.samples() / frame)];
        int block = 1000;
        for (int i = 0; i < levels.length; i += block) {
            var samples = wav.read((long) i * frame, block * frame);
            for (int k = 0; k < block && i + k < levels.length; k++) {
                levels[i + k] = level(samples, k * frame, frame);
            }
        }
        return levels;
    }

    private static double level(short[] samples, int from, int count) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < from + count; i++) {
            sum += samples[i];
            squares += (double) samples[i] * samples[i];
        }
        double variance = squares / count - (sum / count) * (sum / count);
        double full = 32768.0 * 32768.0;
        return Math.max(SILENT_DB, 10 * Math.log10(variance / full + 1e-12));
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

    /** Ends of the pieces; the last one is the end of the sound. */
    private static List<Integer> cuts(double[] levels, double pause) {
        var cuts = new ArrayList<Integer>();
        int start = 0;
        int quietSince = 0;
        for (int i = 0; i <= levels.length; i++) {
            if (i < levels.length && levels[i] <= pause) {
                continue;
            }
            int middle = i == levels.length ? i : (quietSince + i) / 2;
            int quiet = i - quietSince;
            boolean cut = quiet >= PAUSE && middle - start >= SHORTEST;
            if (i == levels.length || cut || quiet >= LONG_PAUSE) {
                start = cutLong(levels, start, middle, cuts);
                cuts.add(middle);
                start = middle;
            }
            quietSince = i + 1;
        }
        return cuts;
    }

    private static int cutLong(double[] levels, int start, int end, List<Integer> cuts) {
        int at = start;
        while (end - at > LONGEST) {
            at = quietest(levels, at + LONGEST / 2, at + LONGEST);
            cuts.add(at);
        }
        return at;
    }

    private static int quietest(double[] levels, int from, int to) {
        int reach = 10;
        int best = from;
        double least = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            double sum = 0;
            for (int k = Math.max(0, i - reach); k < Math.min(levels.length, i + reach); k++) {
                sum += levels[k];
            }
            if (sum < least) {
                least = sum;
                best = i;
            }
        }
        return best;
    }

    /** Without most of the silence at its ends; empty when nothing else is there. */
    private static Optional<Segment> trimmed(
            double[] levels, double pause, int start, int end, int frame) {
        int from = start;
        int to = end;
        while (from < end && levels[from] <= pause) {
            from++;
        }
        while (to > from && levels[to - 1] <= pause) {
            to--;
        }
        if (from == to) {
            return Optional.empty();
        }
        from = Math.max(start, from - MARGIN);
        to = Math.min(end, to + MARGIN);
        return Optional.of(new Segment((long) from * frame, (to - from) * frame));
    }
}
