package io.clipforge.fleet.transcribe;

import io.clipforge.fleet.transcribe.Whisper.Guards;
import io.clipforge.speech.decoding.TemperatureLadder;
import io.clipforge.speech.model.Precision;
import java.util.List;
import java.util.OptionalInt;

/**
 * How Whisper listens, whatever it is told to hear.
 *
 * @param threads that one transcription may use
 * @param ladder what is done when a text is likely to be wrong
 * @param precisions of the weights, the best first; others are not taken
 * @param together stretches of speech that are written at once, where it is known where somebody
 *     speaks; 1: one after the other, each told what was said before it; absent: what was measured
 *     to be faster for the weights
 */
public record WhisperOptions(
        int threads,
        Guards guards,
        TemperatureLadder ladder,
        List<Precision> precisions,
        OptionalInt together) {
    public WhisperOptions {
        precisions = List.copyOf(precisions);
        if (together.isPresent() && together.getAsInt() < 1) {
            throw new IllegalArgumentException("at least one stretch is written at a time");
        }
    }

    /** As openai-whisper does by itself, with the most exact weights that there are. */
    public static WhisperOptions of(int threads, Guards guards) {
        return new WhisperOptions(
                threads,
                guards,
                TemperatureLadder.usual(),
                Precision.BY_EXACTNESS,
                OptionalInt.of(1));
    }

    public WhisperOptions withLadder(TemperatureLadder wanted) {
        return new WhisperOptions(threads, guards, wanted, precisions, together);
    }

    public WhisperOptions withPrecisions(List<Precision> wanted) {
        return new WhisperOptions(threads, guards, ladder, wanted, together);
    }

    public WhisperOptions withTogether(OptionalInt wanted) {
        return new WhisperOptions(threads, guards, ladder, precisions, wanted);
    }
}
