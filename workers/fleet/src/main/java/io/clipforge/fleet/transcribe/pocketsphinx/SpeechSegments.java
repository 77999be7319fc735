package io.clipforge.fleet.transcribe.pocketsphinx;

import io.clipforge.media.Pauses;
import io.clipforge.media.WavFile;
import java.io.IOException;
import java.util.ArrayList;
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

    private static final int SECOND = Pauses.FRAMES_PER_SECOND;
    private static final int PAUSE = SECOND / 4;
    private static final int LONG_PAUSE = SECOND;

    /** Silence that stays at the ends of a piece. */
    private static final int MARGIN = 3 * SECOND / 10;

    private static final int SHORTEST = 2 * SECOND;
    private static final int LONGEST = 15 * SECOND;

    private SpeechSegments() {}

    static List<Segment> of(WavFile wav) throws IOException {
        int frame = wav.sampleRate() / SECOND;
        var pauses = Pauses.of(wav, 0, wav.samples());
        var segments = new ArrayList<Segment>();
        int start = 0;
        for (int end : cuts(pauses)) {
            trimmed(pauses, start, end, frame).ifPresent(segments::add);
            start = end;
        }
        return List.copyOf(segments);
    }

    /** Ends of the pieces; the last one is the end of the sound. */
    private static List<Integer> cuts(Pauses pauses) {
        var cuts = new ArrayList<Integer>();
        int start = 0;
        int quietSince = 0;
        for (int i = 0; i <= pauses.frames(); i++) {
            if (i < pauses.frames() && pauses.at(i)) {
                continue;
            }
            int middle = i == pauses.frames() ? i : (quietSince + i) / 2;
            int quiet = i - quietSince;
            boolean cut = quiet >= PAUSE && middle - start >= SHORTEST;
            if (i == pauses.frames() || cut || quiet >= LONG_PAUSE) {
                start = cutLong(pauses, start, middle, cuts);
                cuts.add(middle);
                start = middle;
            }
            quietSince = i + 1;
        }
        return cuts;
    }

    private static int cutLong(Pauses pauses, int start, int end, List<Integer> cuts) {
        int at = start;
        while (end - at > LONGEST) {
            at = pauses.quietest(at + LONGEST / 2, at + LONGEST);
            cuts.add(at);
        }
        return at;
    }

    /** Without most of the silence at its ends; empty when nothing else is there. */
    private static Optional<Segment> trimmed(Pauses pauses, int start, int end, int frame) {
        int from = start;
        int to = end;
        while (from < end && pauses.at(from)) {
            from++;
        }
        while (to > from && pauses.at(to - 1)) {
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
