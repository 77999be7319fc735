package io.clipforge.fleet.transcribe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** With a small model of random weights. */
class WhisperConformanceTest extends RecognizerConformance {
    private static final List<String> FILES =
            List.of(
                    "config.json",
                    "generation_config.json",
                    "tokenizer.json",
                    "encoder_model.onnx",
                    "decoder_model_merged.onnx");

    @TempDir static Path model;
    private static @Nullable Whisper whisper;

    @BeforeAll
    static void open() throws IOException {
        for (var name : FILES) {
            var resource = "/whisper/bins80/" + name;
            try (var file = WhisperConformanceTest.class.getResourceAsStream(resource)) {
                Files.write(model.resolve(name), Objects.requireNonNull(file).readAllBytes());
            }
        }
        whisper = Whisper.open(model, 1);
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
