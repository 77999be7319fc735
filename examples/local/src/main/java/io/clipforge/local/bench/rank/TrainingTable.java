package io.clipforge.local.bench.rank;

import io.clipforge.fleet.rank.Passages;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Passages of several lengths with their features and reactions, as {@code train.py} reads them.
 */
final class TrainingTable {
    private static final List<Long> LENGTHS_MS = List.of(12_000L, 20_000L, 35_000L);

    private TrainingTable() {}

    static void write(List<Speech> speeches, Path file) throws IOException {
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println(
                    Stream.concat(
                                    Stream.of("speech", "length_ms", "reactions"),
                                    Passages.features().stream())
                            .collect(Collectors.joining(",")));
            for (var speech : speeches) {
                for (long length : LENGTHS_MS) {
                    speech.everyPassage(length)
                            .forEach(it -> out.println(line(speech, length, it)));
                }
            }
            if (out.checkError()) {
                throw new IOException("could not write " + file);
            }
        }
    }

    private static String line(Speech speech, long length, Speech.Rated rated) {
        return Stream.concat(
                        Stream.<Object>of(speech.name(), length, rated.reactions()),
                        rated.passage().features().stream())
                .map(Object::toString)
                .collect(Collectors.joining(","));
    }
}
