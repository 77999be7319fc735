package io.clipforge.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/** The last lines of a log that may be endless; a line may be endless too. */
final class LogTail {
    private static final int LINES = 200;
    private static final int LINE_LENGTH = 1000;

    private final ArrayDeque<String> lines = new ArrayDeque<>();

    String readAll(InputStream input) throws IOException {
        try (var reader =
                new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            var line = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (c == '\n' || c == '\r') {
                    add(line.toString());
                    line.setLength(0);
                } else if (line.length() < LINE_LENGTH) {
                    line.append((char) c);
                }
            }
            add(line.toString());
        }
        return toString();
    }

    private synchronized void add(String line) {
        if (line.isBlank()) {
            return;
        }
        lines.add(line);
        if (lines.size() > LINES) {
            lines.removeFirst();
        }
    }

    @Override
    public synchronized String toString() {
        return String.join("\n", lines);
    }
}
