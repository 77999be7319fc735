package io.clipforge.fleet.transcribe;

import io.clipforge.jobs.Transcript.Word;
import io.clipforge.media.WavFile;
import io.clipforge.speech.activity.ActivityDetector;
import io.clipforge.speech.speakers.Diarization;
import io.clipforge.speech.speakers.Diarizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Tells who said each word, by the voices in all of an asset's sound. Thread-safe. */
final class SpeakerLabels {
    private static final double MILLIS = 1000;

    private final ActivityDetector activity;
    private final Diarizer diarizer;

    SpeakerLabels(ActivityDetector activity, Diarizer diarizer) {
        this.activity = activity;
        this.diarizer = diarizer;
    }

    /** By what voices are told apart, such as {@code cepstra} or the name of a model. */
    String voices() {
        return diarizer.name();
    }

    /**
     * The same words; those without a speaker have one now, unless nobody is heard.
     *
     * @param words on the sound's clock
     * @param speech 16 kHz
     * @param speakers how many there are; absent means as many as are heard
     */
    List<Word> label(List<Word> words, WavFile speech, @Nullable Integer speakers)
            throws IOException, InterruptedException {
        if (words.stream().allMatch(it -> it.speaker() != null)) {
            return words;
        }
        var heard = listen(new WavSamples(speech), speakers);
        return words.stream().map(it -> it.speaker() == null ? labelled(it, heard) : it).toList();
    }

    private Diarization listen(WavSamples sound, @Nullable Integer speakers)
            throws IOException, InterruptedException {
        try {
            return diarizer.diarize(sound, activity.detect(sound), speakers);
        } catch (CancellationException e) {
            throw interrupted(e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ClosedByInterruptException) {
                throw interrupted(e);
            }
            throw e.getCause();
        }
    }

    private static Word labelled(Word word, Diarization heard) {
        var speaker = heard.speaker(word.startMs() / MILLIS, word.endMs() / MILLIS).orElse(null);
        return new Word(word.text(), word.startMs(), word.endMs(), speaker, word.confidence());
    }

    private static InterruptedException interrupted(Exception cause) {
        var interrupted = new InterruptedException();
        interrupted.initCause(cause);
        return interrupted;
    }
}
