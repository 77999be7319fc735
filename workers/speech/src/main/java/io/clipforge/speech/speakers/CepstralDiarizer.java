package io.clipforge.speech.speakers;

import io.clipforge.speech.activity.SpeechSpans;
import io.clipforge.speech.mel.Samples;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells speakers apart by the shape of their vocal tract, without a model.
 *
 * <ol>
 *   <li>{@link Cepstra}: 16 mel-frequency cepstra every 10 ms, where somebody speaks.
 *   <li>{@link Changes}: speech is cut wherever the voice may have changed.
 *   <li>{@link Clusters}: pieces of one voice are put together, by the Bayesian information
 *       criterion.
 *   <li>{@link Voices}: each voice becomes a mixture of Gaussians, and the likeliest way through
 *       them tells the turns anew (Viterbi); four times.
 * </ol>
 *
 * <p>Where two speak at once, the one whom the sound is more like is told.
 */
public final class CepstralDiarizer implements Diarizer {
    private static final int ROUNDS = 4;

    @Override
    public String name() {
        return "cepstra";
    }

    @Override
    public Diarization diarize(Samples sound, SpeechSpans speech, @Nullable Integer speakers) {
        if (speakers != null && speakers < 1) {
            throw new IllegalArgumentException(speakers + " speakers");
        }
        var cepstra = Cepstra.of(sound, speech);
        if (cepstra.count() == 0) {
            return new Diarization(List.of());
        }
        var voices = Clusters.of(cepstra, Changes.pieces(cepstra), speakers);
        for (int round = 0; round < ROUNDS; round++) {
            voices = Voices.of(cepstra, voices).path(cepstra);
        }
        return Diarization.named(turns(cepstra, voices));
    }

    /**
     * @param voices a number for each frame
     */
    private static List<Turn> turns(Cepstra cepstra, int[] voices) {
        var turns = new ArrayList<Turn>();
        int from = 0;
        for (int i = 1; i <= voices.length; i++) {
            if (i == voices.length || voices[i] != voices[from] || !cepstra.follows(i)) {
                turns.add(
                        new Turn(
                                "" + voices[from],
                                Frames.start(cepstra.frame(from)),
                                Frames.start(cepstra.frame(i - 1) + 1)));
                from = i;
            }
        }
        return turns;
    }
}
