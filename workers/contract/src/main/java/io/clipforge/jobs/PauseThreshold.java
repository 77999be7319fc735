package io.clipforge.jobs;

import io.clipforge.jobs.Transcript.Word;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells pauses between sentences from those within: the threshold that separates the pauses of this
 * speech best into short and long ones (Otsu 1979: the greatest variance between the two classes).
 */
final class PauseThreshold {
    private static final long SHORTEST_PAUSE_MS = 80;
    private static final long LONGEST_PAUSE_MS = 1500;
    private static final long LEAST_MS = 250;
    private static final long MOST_MS = 450;
    private static final int ENOUGH = 8;

    private PauseThreshold() {}

    static long of(List<Word> words) {
        var pauses =
                IntStream.range(1, words.size())
                        .mapToLong(i -> words.get(i).startMs() - words.get(i - 1).endMs())
                        .filter(pause -> pause >= SHORTEST_PAUSE_MS)
                        .map(pause -> Math.min(pause, LONGEST_PAUSE_MS))
                        .sorted()
                        .toArray();
        return pauses.length < ENOUGH
                ? LEAST_MS
                : Math.clamp(mostDistinct(pauses), LEAST_MS, MOST_MS);
    }

    private static long mostDistinct(long[] sorted) {
        double total = 0;
        for (long pause : sorted) {
            total += pause;
        }
        double shorts = 0;
        double greatest = 0;
        long threshold = LEAST_MS;
        for (int i = 1; i < sorted.length; i++) {
            shorts += sorted[i - 1];
            double apart = shorts / i - (total - shorts) / (sorted.length - i);
            double between = (double) i * (sorted.length - i) * apart * apart;
            if (between > greatest) {
                greatest = between;
                threshold = (sorted[i - 1] + sorted[i] + 1) / 2;
            }
        }
        return threshold;
    }
}
