package io.clipforge.speech.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which files of a folder are the network. One folder may hold it in several precisions.
 *
 * @param decoder one merged file, or one for the prompt and one for the rest
 */
record ModelFiles(Path encoder, List<Path> decoder) {
    private static final List<String> ENCODER = List.of("encoder_model");
    private static final List<String> MERGED = List.of("decoder_model_merged");
    private static final List<String> SPLIT = List.of("decoder_model", "decoder_with_past_model");

    ModelFiles {
        decoder = List.copyOf(decoder);
    }

    /**
     * Encoder and decoder by themselves in the first precision that is there, the decoder merged if
     * there is such a file of that precision, for it holds the weights once.
     *
     * @param preferred the best first; others are not taken
     * @throws IOException when there are none
     */
    static ModelFiles in(Path folder, List<Precision> preferred) throws IOException {
        var suffixes = preferred.stream().flatMap(it -> it.suffixes().stream()).toList();
        return new ModelFiles(
                find(folder, suffixes, List.of(ENCODER)).getFirst(),
                find(folder, suffixes, List.of(MERGED, SPLIT)));
    }

    private static List<Path> find(Path folder, List<String> suffixes, List<List<String>> exports)
            throws IOException {
        for (var suffix : suffixes) {
            for (var names : exports) {
                var files =
                        names.stream().map(it -> folder.resolve(it + suffix + ".onnx")).toList();
                if (files.stream().allMatch(Files::isRegularFile)) {
                    return files;
                }
            }
        }
        var wanted =
                exports.stream()
                        .map(it -> String.join(".onnx and ", it) + ".onnx")
                        .collect(Collectors.joining(", nor "));
        throw new IOException(folder + " holds no " + wanted + ", as exact as wanted");
    }
}
