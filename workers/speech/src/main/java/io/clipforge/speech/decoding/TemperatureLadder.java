package io.clipforge.speech.decoding;

import io.clipforge.speech.model.Encoded;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Tries again when a text is likely to be wrong: first the likeliest, then drawn by chance, hotter
 * each time.
 *
 * <p>A text goes round in circles when it compresses too well; it was guessed when its tokens were
 * unlikely. If it was guessed where most likely nobody speaks, trying again is of no use.
 *
 * @param temperatures of the further tries; none to take what comes
 * @param maxCompressionRatio above it a text goes round in circles
 * @param minLogProbability below it, on average per token, a text was guessed
 * @param maxNoSpeech above it, when the text was guessed, nobody speaks
 */
public record TemperatureLadder(
        List<Double> temperatures,
        double maxCompressionRatio,
        double minLogProbability,
        double maxNoSpeech) {
    private static final int TRIES = 5;

    public TemperatureLadder {
        temperatures = List.copyOf(temperatures);
    }

    /** As openai-whisper has it. */
    public static TemperatureLadder usual() {
        return new TemperatureLadder(List.of(0.2, 0.4, 0.6, 0.8, 1.0), 2.4, -1, 0.6);
    }

    /** The first text is taken, and none is taken for silence. */
    public static TemperatureLadder none() {
        return new TemperatureLadder(
                List.of(), Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1);
    }

    /**
     * @param sound of one window
     */
    public Decoded decode(
            WindowDecoder decoder, Encoded sound, DecodingOptions options, RandomGenerator random) {
        return climb(decoder.decode(sound, options).getFirst(), decoder, sound, options, random);
    }

    /**
     * Goes on where the likeliest text is there already.
     *
     * @param sound of one window
     */
    public Decoded climb(
            Decoded likeliest,
            WindowDecoder decoder,
            Encoded sound,
            DecodingOptions options,
            RandomGenerator random) {
        var decoded = likeliest;
        for (double temperature : temperatures) {
            if (!isToBeRepeated(decoded)) {
                return decoded;
            }
            decoded = decoder.sample(sound, options, temperature, TRIES, random);
        }
        return decoded;
    }

    boolean isToBeRepeated(Decoded decoded) {
        return !isSilence(decoded)
                && (decoded.compressionRatio() > maxCompressionRatio || isGuess(decoded));
    }

    /** Whether what was written is nothing that was said. */
    public boolean isSilence(Decoded decoded) {
        return decoded.noSpeechProbability() > maxNoSpeech && isGuess(decoded);
    }

    private boolean isGuess(Decoded decoded) {
        return decoded.averageLogProbability() < minLogProbability;
    }
}
