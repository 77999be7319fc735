package io.clipforge.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A small model of random weights: what it hears makes no sense, but it has its place. */
final class WhisperFiles {
    private static final List<String> NAMES =
            List.of(
                    "config.json",
                    "generation_config.json",
                    "tokenizer.json",
                    "encoder_model.onnx",
                    "decoder_model_merged.onnx");

    private WhisperFiles() {}

    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var name : NAMES) {
            try (var file = WhisperFiles.class.getResourceAsStream("/whisper/bins80/" + name)) {
                Files.write(folder.resolve(name), Objects.requireNonNull(file).readAllBytes());
            }
        }
        return folder;
    }
}
