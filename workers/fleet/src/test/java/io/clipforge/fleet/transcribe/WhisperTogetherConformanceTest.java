package io.clipforge.fleet.transcribe;

import io.clipforge.speech.activity.ActivityDetector;
import io.clipforge.speech.activity.Span;
import io.clipforge.speech.activity.SpeechSpans;
import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.mel.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** With a small model of random weights that writes stretches of speech three at a time. */
class WhisperTogetherConformanceTest extends RecognizerConformance {
    @TempDir static Path model;
    private static @Nullable Whisper whisper;

    @BeforeAll
    static void open() throws IOException {
        WhisperFiles.write(model);
        var guards = new Whisper.Guards(new Talkative(), OptionalDouble.empty(), true);
        whisper = Whisper.open(model, WhisperOptions.of(1, guards).withTogether(OptionalInt.of(3)));
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(whisper).close();
    }

    /** Takes all sound for speech, with a breath every twenty seconds. */
    private record Talkative() implements ActivityDetector {
        private static final int BREATH_SECONDS = 20;

        @Override
        public String name() {
            return "talkative";
        }

        @Override
        public SpeechSpans detect(Samples sound) {
            double end = (double) sound.length() / LogMel.RATE;
            var spans = new ArrayList<Span>();
            for (int start = 0; start < end; start += BREATH_SECONDS) {
                spans.add(new Span(start, Math.min(end, start + BREATH_SECONDS)));
            }
            return new SpeechSpans(spans);
        }
    }

    @Override
    boolean knowsSilence() {
        return false;
    }

    @Override
    SpeechRecognizer engine() {
        return Objects.requireNonNull(whisper);
    }
}
