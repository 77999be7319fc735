package io.clipforge.sdk.resources;

import io.clipforge.sdk.errors.UnexpectedAnswerException;
import io.clipforge.sdk.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Remembers on disk which parts of an upload have arrived, so that another process can finish it.
 * It is replaced as a whole after each part, and holds no address and no key.
 */
final class ResumeFile {
    private final Path path;
    private State state;

    /**
     * What is remembered: JSON that all SDKs read alike.
     *
     * @param size_bytes of the file; another size means another file
     * @param modified_ms when the file was last changed, in milliseconds since 1970
     * @param parts the storage's tag of each part that arrived
     */
    record State(String upload_id, long size_bytes, long modified_ms, Map<Integer, String> parts) {}

    private ResumeFile(Path path, State state) {
        this.path = path;
        this.state = state;
    }

    static ResumeFile begin(Path path, Path file, String uploadId) {
        try {
            State state = new State(uploadId, Files.size(file), modified(file), new TreeMap<>());
            ResumeFile begun = new ResumeFile(path, state);
            begun.write();
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an earlier process left of an upload of the same, unchanged file. */
    static Optional<ResumeFile> read(Path path, Path file) {
        try {
            State state = Json.read(Files.readAllBytes(path), State.class);
            boolean same =
                    state.size_bytes == Files.size(file) && state.modified_ms == modified(file);
            return same ? Optional.of(new ResumeFile(path, state)) : Optional.empty();
        } catch (NoSuchFileException | UnexpectedAnswerException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String uploadId() {
        return state.upload_id;
    }

    synchronized Map<Integer, String> parts() {
        return Map.copyOf(state.parts);
    }

    synchronized void arrived(int part, String etag) {
        Map<Integer, String> parts = new TreeMap<>(state.parts);
        parts.put(part, etag);
        state = new State(state.upload_id, state.size_bytes, state.modified_ms, parts);
        try {
            write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() throws IOException {
        Path next = path.resolveSibling(path.getFileName() + ".next");
        Files.write(next, Json.write(state));
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static long modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }
}
