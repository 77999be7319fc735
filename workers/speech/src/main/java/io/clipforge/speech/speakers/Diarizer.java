package io.clipforge.speech.speakers;

import io.clipforge.speech.activity.SpeechSpans;
import io.clipforge.speech.mel.Samples;
import org.jspecify.annotations.Nullable;

/** Tells speakers apart. Thread-safe; sound of any length, of which little is held. */
public interface Diarizer {
    /** By what it tells them apart, such as {@code cepstra}. */
    String name();

    /**
     * @param sound mono, 16 kHz
     * @param speech where somebody speaks in it
     * @param speakers how many there are, at least one; absent means as many as are heard
     * @throws java.util.concurrent.CancellationException when the thread is interrupted
     */
    Diarization diarize(Samples sound, SpeechSpans speech, @Nullable Integer speakers);
}
