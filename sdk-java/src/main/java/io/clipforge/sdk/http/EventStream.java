package io.clipforge.sdk.http;

import io.clipforge.sdk.errors.TimeoutException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Server-Sent Events, read from a connection that may fall silent. */
public final class EventStream implements AutoCloseable {
    private final Chunks chunks;
    private final Duration patience;
    private final Deadline deadline;
    private final Deque<String> lines = new ArrayDeque<>();
    private final ByteArrayOutputStream started = new ByteArrayOutputStream();
    private Optional<Duration> retry = Optional.empty();

    EventStream(Chunks chunks, Duration patience, Deadline deadline) {
        this.chunks = chunks;
        this.patience = patience;
        this.deadline = deadline;
    }

    /**
     * One event.
     *
     * @param id its place in the stream; empty when the server gave none
     * @param data its lines of data, joined
     */
    public record Message(String id, String data) {}

    /**
     * The next event; empty when the server closed the stream. What was not finished by a blank
     * line is dropped.
     */
    public Optional<Message> next() {
        String id = "";
        StringBuilder data = new StringBuilder();
        for (String line = line(); line != null; line = line()) {
            if (line.isEmpty() && !data.isEmpty()) {
                return Optional.of(new Message(id, data.toString()));
            }
            if (line.startsWith("data:")) {
                data.append(data.isEmpty() ? "" : "\n").append(value(line));
            } else if (line.startsWith("id:")) {
                id = value(line);
            } else if (line.startsWith("retry:")) {
                wait(value(line));
            }
        }
        return Optional.empty();
    }

    /** How long the server asked to wait before connecting again. */
    public Optional<Duration> retry() {
        return retry;
    }

    @Override
    public void close() {
        chunks.close();
    }

    private void wait(String millis) {
        if (millis.matches("[0-9]{1,9}")) {
            retry = Optional.of(Duration.ofMillis(Long.parseLong(millis)));
        }
    }

    private @Nullable String line() {
        while (lines.isEmpty()) {
            byte[] piece = piece();
            if (piece == null) {
                return null;
            }
            split(piece);
        }
        return lines.poll();
    }

    /** A silence that is cut short by the deadline is told as that. */
    private byte @Nullable [] piece() {
        try {
            return chunks.next(deadline.bound(patience));
        } catch (TimeoutException silent) {
            deadline.bound(patience);
            throw silent;
        }
    }

    private void split(byte[] piece) {
        for (byte b : piece) {
            if (b == '\n') {
                lines.add(started.toString(StandardCharsets.UTF_8).replace("\r", ""));
                started.reset();
            } else {
                started.write(b);
            }
        }
    }

    private static String value(String line) {
        String value = line.substring(line.indexOf(':') + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}
