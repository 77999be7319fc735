package io.clipforge.speech.decoding;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How one window is to be written.
 *
 * @param language a code that the model knows, like {@code en}
 * @param timestamps whether times are written between the words
 * @param previous tokens of what was said before, or of words that are likely; the last 223 count
 * @param beams 1 for greedy search
 * @param maxTokens most tokens to be written, an end of text included
 * @param patience of a beam search: it is over when as many times as there are beams a sequence has
 *     ended, as openai-whisper has it; absent: when no open sequence is better than those that
 *     have, as transformers have it
 */
public record DecodingOptions(
        String language,
        Task task,
        boolean timestamps,
        List<Integer> previous,
        int beams,
        int maxTokens,
        OptionalDouble patience) {
    private static final int HALF_THE_CONTEXT = 224;

    public DecodingOptions {
        previous = List.copyOf(previous);
        if (beams < 1 || maxTokens < 1) {
            throw new IllegalArgumentException("neither beams nor tokens can be less than one");
        }
        if (patience.isPresent() && Math.round(beams * patience.getAsDouble()) < 1) {
            throw new IllegalArgumentException("nobody has so little patience");
        }
    }

    /** Transcribed with timestamps, greedily, with nothing before. */
    public static DecodingOptions in(String language) {
        return new DecodingOptions(
                language,
                Task.TRANSCRIBE,
                true,
                List.of(),
                1,
                HALF_THE_CONTEXT,
                OptionalDouble.empty());
    }

    public DecodingOptions withTask(Task wanted) {
        return new DecodingOptions(
                language, wanted, timestamps, previous, beams, maxTokens, patience);
    }

    public DecodingOptions withTimestamps(boolean wanted) {
        return new DecodingOptions(language, task, wanted, previous, beams, maxTokens, patience);
    }

    public DecodingOptions withPrevious(List<Integer> tokens) {
        return new DecodingOptions(language, task, timestamps, tokens, beams, maxTokens, patience);
    }

    public DecodingOptions withBeams(int count) {
        return new DecodingOptions(
                language, task, timestamps, previous, count, maxTokens, patience);
    }

    public DecodingOptions withPatience(double wanted) {
        return new DecodingOptions(
                language, task, timestamps, previous, beams, maxTokens, OptionalDouble.of(wanted));
    }

    public DecodingOptions withMaxTokens(int count) {
        return new DecodingOptions(language, task, timestamps, previous, beams, count, patience);
    }
}
