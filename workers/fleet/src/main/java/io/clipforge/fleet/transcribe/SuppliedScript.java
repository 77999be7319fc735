package io.clipforge.fleet.transcribe;

import io.clipforge.fleet.scripts.TimedScript;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.Transcript.Word;
import io.clipforge.media.captions.vtt.FileLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The customer's own script, which has no times.
 *
 * @param words at least one
 * @param lengthMs of the sound
 */
record SuppliedScript(List<String> words, long lengthMs) {
    /** The fastest talkers stay below; a little more, for very short sound. */
    private static final int WORDS_PER_SECOND = 8;

    private static final int FEW_WORDS = 20;

    /**
     * Of a text that is not the one spoken nearly nothing is heard word after word, of one that is
     * more than half, even when every third word is misheard.
     */
    private static final double LEAST_HEARD = 0.25;

    SuppliedScript {
        words = List.copyOf(words);
    }

    /**
     * @throws SpeechException when nobody can say this in that time
     */
    static SuppliedScript read(Path file, long lengthMs) throws SpeechException, IOException {
        var text = String.join("\n", FileLines.of(SuppliedWords.text(file)));
        var words = TimedScript.words(text);
        if (words.isEmpty()) {
            throw unusable("holds no words.");
        }
        if (words.size() > FEW_WORDS + WORDS_PER_SECOND * lengthMs / 1000) {
            throw unusable(
                    "does not fit the sound: it has %d words, and the sound lasts %d seconds."
                            .formatted(words.size(), lengthMs / 1000));
        }
        return new SuppliedScript(words, lengthMs);
    }

    /**
     * @throws SpeechException when something else is said
     */
    List<Word> timed(List<Word> heard) throws SpeechException, InterruptedException {
        var script = TimedScript.of(words, heard, lengthMs);
        if (script.heard() < LEAST_HEARD) {
            throw unusable(
                    String.format(
                            Locale.ROOT,
                            "does not fit the sound: %.0f %% of its words were heard in it, at"
                                    + " least %.0f %% are needed. It must hold what is said, in the"
                                    + " language that is spoken.",
                            100 * script.heard(),
                            100 * LEAST_HEARD));
        }
        return script.words();
    }

    private static SpeechException unusable(String why) {
        return new SpeechException(JobProblem.UNSUPPORTED_MEDIA, "The supplied script " + why);
    }
}
