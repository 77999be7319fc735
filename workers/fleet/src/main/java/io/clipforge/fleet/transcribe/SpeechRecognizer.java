package io.clipforge.fleet.transcribe;

import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.Transcript.Word;
import io.clipforge.media.WavFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** An engine that hears words. Thread-safe. */
public interface SpeechRecognizer {
    /** Of sound in which nothing tells it, in BCP 47. */
    String UNKNOWN_LANGUAGE = "und";

    /** As a transcript names it, such as {@code pocketsphinx}. */
    String engine();

    /** What else an operator wants to know of it, by name: its model, where it computes. */
    default Map<String, Object> facts() {
        return Map.of();
    }

    /** Mebibytes that it holds as long as it is there, whatever it hears: its model. */
    default int residentMib() {
        return 0;
    }

    /** Mebibytes that one transcription takes beside that. */
    default int transcriptionMib() {
        return 512;
    }

    /**
     * Hears everything that is said.
     *
     * @param speech 16 kHz
     * @param workspace a folder for files in between
     * @param language BCP 47 tag; absent means that the engine decides
     * @param progress 0 to 1, called from several threads
     * @throws SpeechException when another attempt would end the same way
     */
    Heard recognize(
            WavFile speech, Path workspace, @Nullable String language, DoubleConsumer progress)
            throws SpeechException, IOException, InterruptedException;

    /**
     * The same, told what is likely to be said. An engine that has no use for it ignores it.
     *
     * @param vocabulary names and terms, the most important first
     */
    default Heard recognize(
            WavFile speech,
            Path workspace,
            @Nullable String language,
            List<String> vocabulary,
            DoubleConsumer progress)
            throws SpeechException, IOException, InterruptedException {
        return recognize(speech, workspace, language, progress);
    }

    /**
     * The same, written in English, whatever is spoken.
     *
     * @param language that is spoken
     * @throws SpeechException also when it cannot do that
     */
    default Heard translate(
            WavFile speech,
            Path workspace,
            @Nullable String language,
            List<String> vocabulary,
            DoubleConsumer progress)
            throws SpeechException, IOException, InterruptedException {
        throw noTranslation();
    }

    /** For an engine that writes what is spoken in its language only. */
    default SpeechException noTranslation() {
        return new SpeechException(
                JobProblem.UNSUPPORTED_MEDIA,
                "The speech engine %s of this worker cannot translate: leave out translate, or supply"
                                .formatted(engine())
                        + " a transcript in English instead.");
    }

    /**
     * @param language BCP 47 tag
     * @param words in any order, on the file's clock
     */
    record Heard(String language, List<Word> words) {
        public Heard {
            words = List.copyOf(words);
        }
    }
}
