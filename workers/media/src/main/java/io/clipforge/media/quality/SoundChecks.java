package io.clipforge.media.quality;

import io.clipforge.media.Loudness;
import java.util.List;
import java.util.Locale;

/**
 * What is heard. A quiet stretch is worth a look; silence where the source sounds is a fault. So is
 * a clip that is silent throughout although its transcript has words: they cannot be heard.
 *
 * @param source the clip's sound before it was worked on
 * @param clip the finished file's
 * @param spoken whether the clip has words
 * @param target LUFS
 * @param maxPeak dBTP
 */
public record SoundChecks(
        Loudness.Course source,
        Loudness.Course clip,
        boolean spoken,
        double target,
        double maxPeak) {
    /** A thousandth of full scale. What never gets louder stays as it is: it is only noise. */
    public static final double SILENCE_DBTP = -60;

    private static final double SILENCE_LUFS = -60;

    private static final double SOUNDING_LUFS = -45;
    private static final double OFF_LU = 1;
    private static final double DULL_SECONDS = 2;
    private static final double GAP_SECONDS = 0.2;
    private static final double THROUGHOUT = 0.95;

    /** A value looks at 400 ms; those before the first whole window say nothing. */
    private static final int WINDOW = 4;

    public List<Check> checks() {
        return List.of(silence(), silenceAdded(), loudness(), peak());
    }

    private Check silence() {
        int windows = Math.max(0, clip.momentary().size() - (WINDOW - 1));
        var silent = Stretches.of(windows, it -> isSilent(it + WINDOW - 1));
        double longest = silent.longest() == 0 ? 0 : seconds(silent.longest() + WINDOW - 1);
        boolean throughout =
                windows > 0
                        ? silent.count() >= THROUGHOUT * windows
                        : clip.whole().integratedLufs() <= SILENCE_LUFS;
        if (throughout && spoken) {
            return new Check(
                    Subject.SILENCE,
                    Verdict.FAIL,
                    longest,
                    DULL_SECONDS,
                    "The clip is silent, but its transcript has words.");
        }
        return Check.warnsAbove(
                Subject.SILENCE,
                longest,
                DULL_SECONDS,
                String.format(Locale.ROOT, "Nothing is heard for up to %.1f s.", longest));
    }

    private Check silenceAdded() {
        int windows = Math.min(clip.momentary().size(), source.momentary().size());
        var added = Stretches.of(windows, it -> isSilent(it) && sounds(it));
        double seconds = seconds(added.count());
        return Check.failsAbove(
                Subject.SILENCE_ADDED,
                seconds,
                GAP_SECONDS,
                String.format(
                        Locale.ROOT,
                        "The clip is silent for %.1f s where the source is not.",
                        seconds));
    }

    private Check loudness() {
        double lufs = clip.whole().integratedLufs();
        var finding =
                String.format(
                        Locale.ROOT,
                        "The clip is as loud as %.1f LUFS; %.0f is aimed at.",
                        lufs,
                        target);
        if (source.whole().truePeakDbtp() < SILENCE_DBTP) {
            return new Check(Subject.LOUDNESS, Verdict.WARN, lufs, target - OFF_LU, finding);
        }
        double nearest = lufs > target ? target + OFF_LU : target - OFF_LU;
        var verdict = Math.abs(lufs - target) > OFF_LU + 1e-9 ? Verdict.FAIL : Verdict.PASS;
        return new Check(Subject.LOUDNESS, verdict, lufs, nearest, finding);
    }

    private Check peak() {
        double peak = clip.whole().truePeakDbtp();
        return Check.failsAbove(
                Subject.TRUE_PEAK,
                peak,
                maxPeak,
                String.format(
                        Locale.ROOT,
                        "The sound peaks at %.1f dBTP; %.0f is the limit.",
                        peak,
                        maxPeak));
    }

    private boolean isSilent(int window) {
        return clip.momentary().get(window) <= SILENCE_LUFS;
    }

    /** Its neighbours too: a codec moves the edges a little. */
    private boolean sounds(int window) {
        int last = source.momentary().size() - 1;
        for (int i = window - 2; i <= window + 2; i++) {
            if (source.momentary().get(Math.clamp(i, 0, last)) < SOUNDING_LUFS) {
                return false;
            }
        }
        return true;
    }

    private static double seconds(int windows) {
        return windows * Loudness.HOP.toMillis() / 1e3;
    }
}
