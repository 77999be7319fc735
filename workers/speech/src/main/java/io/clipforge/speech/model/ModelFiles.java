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
 * @param precision of the decoder
 */
record ModelFiles(Path encoder, List<Path> decoder, Precision precision) {
    /** Where weights are that do not fit into the file of the graph. */
    private static final List<String> BESIDE = List.of("_data", ".data");

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
        var encoder = find(folder, preferred, List.of(ENCODER)).paths().getFirst();
        var decoder = find(folder, preferred, List.of(MERGED, SPLIT));
        return new ModelFiles(encoder, decoder.paths(), decoder.precision());
    }

    /** Bytes on the disk. */
    long bytes() throws IOException {
        long bytes = bytes(encoder);
        for (var file : decoder) {
            bytes += bytes(file);
        }
        return bytes;
    }

    private static long bytes(Path file) throws IOException {
        long bytes = Files.size(file);
        for (var suffix : BESIDE) {
            var beside = file.resolveSibling(file.getFileName() + suffix);
            bytes += Files.isRegularFile(beside) ? Files.size(beside) : 0;
        }
        return bytes;
    }

    private record Found(Precision precision, List<Path> paths) {}

    private static Found find(Path folder, List<Precision> preferred, List<List<String>> exports)
            throws IOException {
        for (var precision : preferred) {
            for (var suffix : precision.suffixes()) {
                for (var names : exports) {
                    var files =
                            names.stream()
                                    .map(it -> folder.resolve(it + suffix + ".onnx"))
                                    .toList();
                    if (files.stream().allMatch(Files::isRegularFile)) {
                        return new Found(precision, files);
                    }
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
