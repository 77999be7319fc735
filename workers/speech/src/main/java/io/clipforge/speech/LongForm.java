package io.clipforge.speech;

import io.clipforge.speech.activity.SpeechSpans;
import io.clipforge.speech.decoding.WindowDecoder;
import io.clipforge.speech.mel.SoundPicture;
import io.clipforge.speech.model.WhisperModel;
import java.util.List;

/**
 * Writes sound of any length, window after window: where a window's last whole phrase ended, or
 * with words its last word, the next window begins. An interrupt of the thread ends it with a
 * {@link java.util.concurrent.CancellationException} within a moment, also while the model runs.
 */
public final class LongForm {
    private final WhisperModel model;
    private final WindowDecoder decoder;

    /** Is told of each window when it is done. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param segments of the window; none in silence
         * @param seconds of the sound that are done
         */
        void heard(List<Segment> segments, double seconds);
    }

    public LongForm(WhisperModel model) {
        this.model = model;
        decoder = new WindowDecoder(model);
    }

    /**
     * The same for the same sound and options, whatever was drawn by chance.
     *
     * @param sound with as many bins as the model listens to
     */
    public List<Segment> transcribe(
            SoundPicture sound, TranscriptionOptions options, Listener listener) {
        return new Pass(model, decoder, sound, null, options).all(listener);
    }

    /**
     * The same where nobody speaks all the time: silence is not listened to, and what was written
     * for it all the same is left out.
     *
     * @param speech where somebody speaks in the sound
     */
    public List<Segment> transcribe(
            SoundPicture sound,
            SpeechSpans speech,
            TranscriptionOptions options,
            Listener listener) {
        return new Pass(model, decoder, sound, speech, options).all(listener);
    }
}
