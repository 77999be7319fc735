package io.clipforge.fleet.ingest;

import io.clipforge.fleet.JobContext;
import io.clipforge.jobs.JobSpec.Source;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Brings the file of an ingest into the workspace. */
@Singleton
final class Sources {
    /** No ending: the content alone decides what it is. */
    private static final String NAME = "source";

    private final Download download;

    Sources(Download download) {
        this.download = download;
    }

    /**
     * @param key where it is stored; absent when it is not stored yet
     */
    record Fetched(Path file, @Nullable String key) {
        /** Stores it unless it is stored already, and tells its key. */
        String keep(JobContext context) throws IOException, InterruptedException {
            return key == null ? context.store(NAME, file, "application/octet-stream") : key;
        }
    }

    Fetched fetch(Source source, JobContext context)
            throws Refusal, IOException, InterruptedException {
        var file = context.workspace().resolve(NAME);
        return switch (source) {
            case Source.Stored(var key, var _) ->
                    new Fetched(Files.move(context.fetch(key), file), key);
            case Source.Url(var url, var maxBytes) -> {
                var fetching = Step.FETCH.within(context);
                download.fetch(
                        url,
                        file,
                        maxBytes,
                        (bytes, expected) -> fetching.accept(share(bytes, expected, maxBytes)));
                yield new Fetched(file, null);
            }
        };
    }

    /** Of what the server announced; of what is allowed when it announced nothing. */
    private static double share(long bytes, long expected, long maxBytes) {
        return Math.clamp((double) bytes / Math.max(1, expected > 0 ? expected : maxBytes), 0, 1);
    }
}
