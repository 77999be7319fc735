package io.clipforge.media.cuts;

import io.clipforge.media.Levels;
import io.clipforge.media.WavFile;
import io.clipforge.media.captions.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Where nothing is heard between words. A transcript knows words only: laughter, applause, music
 * and the end of a word that it cut short are told from the sound, in frames of 10 ms.
 *
 * <p>With {@code S} the median level of the frames within words and {@code N} the level that a
 * tenth of the others stay below, both in dB, a frame sounds above {@code min(max(S − 18, N + 6), S
 * − 9)}: 18 dB under speech, which breath is not; over a constant noise; and always 9 dB under
 * speech.
 */
public final class Quiet {
    private static final int FRAME_MS = 10;
    private static final double BELOW_SPEECH_DB = 18;
    private static final double ABOVE_NOISE_DB = 6;
    private static final double NEAR_SPEECH_DB = 9;

    /** Speech below this is none. */
    private static final double SILENT_DB = -60;

    /** What sounds no longer than this, away from the words, is a click. */
    private static final double CLICK_MS = 100;

    private final double zeroMs;
    private final double[] levels;
    private final double threshold;

    private Quiet(double zeroMs, double[] levels, double threshold) {
        this.zeroMs = zeroMs;
        this.levels = levels;
        this.threshold = threshold;
    }

    /** For a clip whose sound is not known: all that is between words. */
    public static Quiet everywhere() {
        return new Quiet(0, new double[0], 0);
    }

    /**
     * @param sound of the clip
     * @param zeroMs where it begins on the words' clock
     */
    public static Quiet of(WavFile sound, double zeroMs, List<Word> words) throws IOException {
        int step = sound.sampleRate() * FRAME_MS / 1000;
        var levels = Levels.of(sound, 0, sound.samples(), step);
        var spoken = new boolean[levels.length];
        for (var word : words) {
            int from =
                    Math.clamp(Math.round((word.startMs() - zeroMs) / FRAME_MS), 0, spoken.length);
            int to =
                    Math.clamp(Math.round((word.endMs() - zeroMs) / FRAME_MS), from, spoken.length);
            Arrays.fill(spoken, from, to, true);
        }
        double speech = quantile(levels, it -> spoken[it], 0.5);
        double noise = quantile(levels, it -> !spoken[it], 0.1);
        double threshold =
                speech < SILENT_DB
                        ? 0
                        : Math.min(
                                Math.max(speech - BELOW_SPEECH_DB, noise + ABOVE_NOISE_DB),
                                speech - NEAR_SPEECH_DB);
        return new Quiet(zeroMs, levels, threshold);
    }

    /** The quiet stretches of one between two words, in order. */
    List<Span> within(Span gap) {
        var quiet = new ArrayList<Span>();
        double from = gap.startMs();
        for (var sound : sounds(gap)) {
            if (sound.startMs() > from) {
                quiet.add(new Span(from, sound.startMs()));
            }
            from = sound.endMs();
        }
        if (gap.endMs() > from) {
            quiet.add(new Span(from, gap.endMs()));
        }
        return quiet;
    }

    /** What goes on from a word, or into one, belongs to it however short it is. */
    private List<Span> sounds(Span gap) {
        var sounds = new ArrayList<Span>();
        int to = frame(gap.endMs());
        for (int at = frame(gap.startMs()); at < to; at++) {
            int from = at;
            while (at < to && levels[at] > threshold) {
                at++;
            }
            if (at > from) {
                sounds.add(
                        new Span(
                                Math.max(gap.startMs(), zeroMs + (double) from * FRAME_MS),
                                Math.min(gap.endMs(), zeroMs + (double) at * FRAME_MS)));
            }
        }
        sounds.removeIf(it -> isClick(it, gap));
        return sounds;
    }

    private static boolean isClick(Span sound, Span gap) {
        boolean alone = sound.startMs() > gap.startMs() && sound.endMs() < gap.endMs();
        return alone && sound.lengthMs() <= CLICK_MS;
    }

    private int frame(double atMs) {
        return Math.clamp((long) Math.floor((atMs - zeroMs) / FRAME_MS), 0, levels.length);
    }

    private static double quantile(double[] levels, IntPredicate chosen, double share) {
        var sorted =
                IntStream.range(0, levels.length)
                        .filter(chosen)
                        .mapToDouble(it -> levels[it])
                        .sorted()
                        .toArray();
        return sorted.length == 0
                ? Levels.SILENCE_DB
                : sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
