package io.clipforge.speech;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real media and models that are too large, or not ours, to lie in the source tree: the folder
 * named by {@code CLIPFORGE_SAMPLES}, or {@code shared/data} beside any folder above. What is not
 * there is not tested.
 */
public final class SampleData {
    private static final Path FOLDER = find();

    private SampleData() {}

    public static Path path(String name) {
        return FOLDER.resolve(name);
    }

    private static Path find() {
        var named = System.getenv("CLIPFORGE_SAMPLES");
        if (named != null) {
            return Path.of(named);
        }
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/data"))) {
                return at.resolve("shared/data");
            }
        }
        return Path.of("shared/data");
    }
}
