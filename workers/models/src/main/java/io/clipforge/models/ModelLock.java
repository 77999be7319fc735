package io.clipforge.models;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was installed, beside it in {@code lock.json}: the checksums a model is verified by, and the
 * commit it was taken from.
 */
record ModelLock(String model, String from, @Nullable String commit, List<LockedFile> files) {
    static final String NAME = "lock.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    record LockedFile(String name, long bytes, String sha256, Trust trust) {}

    ModelLock {
        files = List.copyOf(files);
    }

    /**
     * @throws IOException when it cannot be read or is none
     */
    static Optional<ModelLock> in(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            return Optional.of(read(in));
        }
    }

    static ModelLock read(InputStream json) throws IOException {
        return JSON.readValue(json, ModelLock.class);
    }

    void write(Path folder) throws IOException {
        var next = folder.resolve(NAME + ".next");
        Files.write(next, JSON.writeValueAsBytes(this));
        Files.move(next, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    Optional<LockedFile> find(String file) {
        return files.stream().filter(it -> it.name().equals(file)).findFirst();
    }

    /** What whoever offers the model with this lock says of a file. */
    Optional<Declaration> declares(ModelFile file) {
        return find(file.name())
                .map(it ->
                        new Declaration(
                                it.bytes(), Checksum.sha256(it.sha256()), commit, Trust.DECLARED));
    }
}
