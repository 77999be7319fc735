package io.clipforge.fleet.transcribe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** With a small model of random weights. */
class WhisperConformanceTest extends RecognizerConformance {
    @TempDir static Path model;
    private static @Nullable Whisper whisper;

    @BeforeAll
    static void open() throws IOException {
        WhisperFiles.write(model);
        whisper = Whisper.open(model, WhisperOptions.of(1, Whisper.Guards.NONE));
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(whisper).close();
    }

    @Override
    SpeechRecognizer engine() {
        return Objects.requireNonNull(whisper);
    }

    @Override
    boolean knowsSilence() {
        return false;
    }
}
