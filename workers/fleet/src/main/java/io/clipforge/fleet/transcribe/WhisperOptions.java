package io.clipforge.fleet.transcribe;

import io.clipforge.fleet.transcribe.Whisper.Guards;
import io.clipforge.speech.decoding.TemperatureLadder;

/**
 * How Whisper listens, whatever it is told to hear.
 *
 * @param threads that one transcription may use
 * @param ladder what is done when a text is likely to be wrong
 */
public record WhisperOptions(int threads, Guards guards, TemperatureLadder ladder) {

    /** As openai-whisper does by itself. */
    public static WhisperOptions of(int threads, Guards guards) {
        return new WhisperOptions(threads, guards, TemperatureLadder.usual());
    }

    public WhisperOptions withLadder(TemperatureLadder wanted) {
        return new WhisperOptions(threads, guards, wanted);
    }
}
