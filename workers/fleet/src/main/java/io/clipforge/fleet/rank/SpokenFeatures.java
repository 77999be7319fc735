package io.clipforge.fleet.rank;

import io.clipforge.jobs.Transcript;
import io.clipforge.jobs.Transcript.Word;
import java.util.List;

/** How the words are said: their times and who says them. */
final class SpokenFeatures {
    private static final double LONG_PAUSE_MS = 1_500;

    private final List<Word> words;
    private final RunningSum spokenMs;
    private final RunningSum turns;
    private final double wordsPerSecond;

    SpokenFeatures(Transcript transcript) {
        words = transcript.words();
        spokenMs = new RunningSum(words.size(), i -> length(words.get(i)));
        turns = new RunningSum(words.size(), i -> i > 0 && turns(i) ? 1 : 0);
        double all = spokenMs.between(0, words.size());
        wordsPerSecond = all == 0 ? 1 : words.size() * 1_000.0 / all;
    }

    /** 0 at 0.8 of the asset's rate, 1 at 1.2 of it. */
    double rate(Window window) {
        double spoken = spokenMs(window);
        if (spoken == 0) {
            return 0;
        }
        double relative = window.words() * 1_000.0 / spoken / wordsPerSecond;
        return Math.clamp((relative - 0.8) / 0.4, 0.0, 1.0);
    }

    /** Full at four turns in half a minute; 0 where speakers are not known. */
    double speakerChanges(Window window) {
        double changes = turns.between(window.fromWord() + 1, window.toWord());
        return Math.min(1, changes * 30_000.0 / Math.max(1, window.lengthMs()) / 4);
    }

    /** Full at a second and a half; the asset's beginning is as good as a pause. */
    double leadingPause(Window window) {
        if (window.words() == 0) {
            return 0;
        }
        if (window.fromWord() == 0) {
            return 1;
        }
        long before = words.get(window.fromWord() - 1).endMs();
        return Math.clamp(
                (words.get(window.fromWord()).startMs() - before) / LONG_PAUSE_MS, 0.0, 1.0);
    }

    /** Share of the window without a word. */
    double pauses(Window window) {
        return window.words() == 0
                ? 0
                : Math.clamp(1 - spokenMs(window) / window.lengthMs(), 0.0, 1.0);
    }

    private double spokenMs(Window window) {
        return spokenMs.between(window.fromWord(), window.toWord());
    }

    private boolean turns(int word) {
        var speaker = words.get(word).speaker();
        return speaker != null && !speaker.equals(words.get(word - 1).speaker());
    }

    private static long length(Word word) {
        return word.endMs() - word.startMs();
    }
}
