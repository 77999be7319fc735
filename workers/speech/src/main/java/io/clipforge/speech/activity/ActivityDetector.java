package io.clipforge.speech.activity;

import io.clipforge.speech.mel.Samples;

/** Finds out where somebody speaks. Thread-safe; sound of any length, of which little is held. */
public interface ActivityDetector {
    /** Such as {@code silero}. */
    String name();

    /**
     * @param sound mono, 16 kHz
     * @throws java.util.concurrent.CancellationException when the thread is interrupted
     */
    SpeechSpans detect(Samples sound);
}
