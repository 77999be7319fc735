package io.clipforge.fleet.ingest;

import io.clipforge.media.Pauses;
import io.clipforge.media.WavFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a long asset is cut into parts: near each multiple of their length, in the middle of a long
 * pause, so that no word is cut.
 */
final class Boundaries {
    /** An asset of up to so many parts' lengths stays whole. */
    private static final double WHOLE = 1.5;

    /** The last part has at least this share of the length. */
    private static final double LEAST_LAST = 0.5;

    /** Share of the length that a boundary may lie off. */
    private static final double REACH = 0.2;

    /** A shorter pause may lie within a word. */
    private static final int SHORTEST_PAUSE = Pauses.FRAMES_PER_SECOND / 10;

    /** A longer one is no safer, and parts of equal length are done at the same time. */
    private static final int LONG_PAUSE = Pauses.FRAMES_PER_SECOND / 2;

    private static final long FRAME_MS = 1000 / Pauses.FRAMES_PER_SECOND;

    private final WavFile sound;
    private final long durationMs;
    private final long partMs;

    private Boundaries(WavFile sound, long durationMs, long partMs) {
        this.sound = sound;
        this.durationMs = durationMs;
        this.partMs = partMs;
    }

    /** Between the parts, milliseconds in order; none when the asset stays whole. */
    static List<Long> of(WavFile sound, long durationMs, long partMs) throws IOException {
        return new Boundaries(sound, durationMs, partMs).all();
    }

    private List<Long> all() throws IOException {
        var all = new ArrayList<Long>();
        if (durationMs > WHOLE * partMs) {
            long last = durationMs - (long) Math.ceil(LEAST_LAST * partMs);
            for (long target = partMs; target <= last; target += partMs) {
                all.add(near(target, last));
            }
        }
        return List.copyOf(all);
    }

    private long near(long target, long last) throws IOException {
        long reach = (long) (REACH * partMs);
        long from = target - reach;
        long to = Math.min(last, target + reach);
        long silentFrom = sound.duration().toMillis();
        return silentFrom < to
                ? Math.clamp(silentFrom, target, to)
                : from + FRAME_MS * quiet(pauses(from, to), (int) ((target - from) / FRAME_MS));
    }

    private Pauses pauses(long fromMs, long toMs) throws IOException {
        long first = fromMs * sound.sampleRate() / 1000;
        return Pauses.of(sound, first, toMs * sound.sampleRate() / 1000 - first);
    }

    /** Middle of the longest pause, of several long ones the nearest; else the quietest place. */
    private static int quiet(Pauses pauses, int target) {
        int best = -1;
        int longest = SHORTEST_PAUSE - 1;
        int since = 0;
        for (int i = 0; i <= pauses.frames(); i++) {
            if (i < pauses.frames() && pauses.at(i)) {
                continue;
            }
            int length = Math.min(LONG_PAUSE, i - since);
            int middle = (since + i) / 2;
            boolean nearer = Math.abs(middle - target) < Math.abs(best - target);
            if (length > longest || (length == longest && nearer)) {
                longest = length;
                best = middle;
            }
            since = i + 1;
        }
        return best < 0 ? pauses.quietest(0, pauses.frames()) : best;
    }
}
