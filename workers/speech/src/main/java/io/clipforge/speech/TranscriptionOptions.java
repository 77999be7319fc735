package io.clipforge.speech;

import io.clipforge.speech.decoding.DecodingOptions;
import io.clipforge.speech.decoding.TemperatureLadder;

/**
 * How a whole sound is to be written.
 *
 * @param decoding of each window, with timestamps; its previous tokens are those of the first
 * @param ladder what is done when a text is likely to be wrong
 * @param conditioned whether each window is told what was said before it
 * @param words whether it is told when each word was said; the model must tell where it looks
 */
public record TranscriptionOptions(
        DecodingOptions decoding, TemperatureLadder ladder, boolean conditioned, boolean words) {
    public TranscriptionOptions {
        decoding = decoding.withTimestamps(true);
    }
}
