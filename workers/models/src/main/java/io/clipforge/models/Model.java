package io.clipforge.models;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model that may be installed.
 *
 * @param name of its folder too, such as {@code whisper-base}
 * @param about one line for a person who chooses
 * @param licence under which its publisher gives it away
 * @param page where to read about it
 * @param megabytes about how much there is to download
 * @param memoryMib about how much memory it takes when it works
 * @param offeredFrom processors from which on it is worth to be offered; absent when it is there
 *     for whoever asks for it by name
 */
public record Model(
        String name,
        ModelKind kind,
        String about,
        String licence,
        URI page,
        int megabytes,
        int memoryMib,
        @Nullable Integer offeredFrom,
        List<ModelFile> files) {

    public Model {
        ModelFile.requireSafe(name);
        if (files.isEmpty()) {
            throw new IllegalArgumentException(name + " has no files");
        }
        files = List.copyOf(files);
    }

    /** Whether it runs on a machine, fast or not. */
    boolean fits(Machine machine) {
        return memoryMib <= machine.memoryMib();
    }

    /** Whether it is the kind of thing to be offered to a machine. */
    boolean suits(Machine machine) {
        return fits(machine) && offeredFrom != null && offeredFrom <= machine.processors();
    }
}
