package io.clipforge.speech;

import io.clipforge.speech.decoding.DecodingOptions;
import io.clipforge.speech.decoding.TemperatureLadder;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How a whole sound is to be written.
 *
 * @param decoding of each window, with timestamps; its previous tokens are those of the first
 * @param ladder what is done when a text is likely to be wrong
 * @param conditioned whether each window is told what was said before it
 * @param words whether it is told when each word was said; the model must tell where it looks
 * @param carried tokens that each window is told before what was said: words that are likely
 * @param doubtfulSilence as many seconds without a word make a strange phrase a made-up one, which
 *     is left out; absent: all are believed. Works with words only
 * @param unlooped whether what is written again and again over several windows is doubted, which no
 *     reference does
 */
public record TranscriptionOptions(
        DecodingOptions decoding,
        TemperatureLadder ladder,
        boolean conditioned,
        boolean words,
        List<Integer> carried,
        OptionalDouble doubtfulSilence,
        boolean unlooped) {
    public TranscriptionOptions {
        decoding = decoding.withTimestamps(true);
        carried = List.copyOf(carried);
        if (doubtfulSilence.isPresent() && !words) {
            throw new IllegalArgumentException("without words nothing can be doubted");
        }
    }

    /** Everything is believed, and no words are likelier than others. */
    public TranscriptionOptions(
            DecodingOptions decoding,
            TemperatureLadder ladder,
            boolean conditioned,
            boolean words) {
        this(decoding, ladder, conditioned, words, List.of(), OptionalDouble.empty(), false);
    }

    public TranscriptionOptions withCarried(List<Integer> tokens) {
        return new TranscriptionOptions(
                decoding, ladder, conditioned, words, tokens, doubtfulSilence, unlooped);
    }

    public TranscriptionOptions withDoubtfulSilence(double seconds) {
        return new TranscriptionOptions(
                decoding,
                ladder,
                conditioned,
                words,
                carried,
                OptionalDouble.of(seconds),
                unlooped);
    }

    public TranscriptionOptions withoutLoops() {
        return new TranscriptionOptions(
                decoding, ladder, conditioned, words, carried, doubtfulSilence, true);
    }
}
