package io.clipforge.models;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where models are taken from. */
public sealed interface Place {
    /** The environment variable that names a mirror or a folder. */
    String MIRROR = "CLIPFORGE_MODELS_MIRROR";

    /**
     * The addresses in the manifest.
     *
     * @param hub asked instead of {@code https://huggingface.co}, when it is another
     * @param token for files of the hub that are not for everybody; told to nobody else
     */
    record Publishers(URI hub, @Nullable String token) implements Place {
        @Override
        public String toString() {
            return hub.getAuthority();
        }
    }

    /** A server with {@code NAME/FILE} of each model, as a models folder has them. */
    record Mirror(URI base) implements Place {
        @Override
        public String toString() {
            return base.getAuthority();
        }
    }

    /** A copy of a models folder. */
    record Folder(Path path) implements Place {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * @param text URL of a mirror, path of a folder, or {@code file:} and a path
     */
    static Place of(String text) {
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return new Mirror(URI.create(text));
        }
        return new Folder(text.startsWith("file:") ? Path.of(URI.create(text)) : Path.of(text));
    }

    /** By {@link #MIRROR}, or {@code HF_ENDPOINT} and {@code HF_TOKEN}. */
    static Place of(Map<String, String> environment) {
        var mirror = environment.getOrDefault(MIRROR, "");
        return mirror.isBlank()
                ? new Publishers(
                        URI.create(
                                environment.getOrDefault("HF_ENDPOINT", "https://huggingface.co")),
                        environment.get("HF_TOKEN"))
                : of(mirror);
    }

    /** Whether it can be reached, found out in no more than this time. */
    default boolean answers(Model model, Duration patience) throws InterruptedException {
        return Knock.answers(this, model, patience);
    }
}
