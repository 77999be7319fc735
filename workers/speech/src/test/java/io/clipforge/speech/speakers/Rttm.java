package io.clipforge.speech.speakers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads NIST's Rich Transcription Time Marked files: {@code SPEAKER file channel start length <NA>
 * <NA> name <NA> <NA>}, seconds.
 */
final class Rttm {
    private Rttm() {}

    static List<Turn> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.strip().split("\\s+", -1))
                .filter(field -> field[0].equals("SPEAKER"))
                .map(Rttm::turn)
                .toList();
    }

    private static Turn turn(String[] field) {
        double start = Double.parseDouble(field[3]);
        return new Turn(field[7], start, start + Double.parseDouble(field[4]));
    }
}
