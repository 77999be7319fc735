package io.clipforge.fleet.ingest;

import io.clipforge.fleet.JobContext;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobSpec.Source;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Brings the file of an ingest into the workspace. */
@Singleton
final class Sources {
    /** No ending: the content alone decides what it is. */
    private static final String NAME = "source";

    private final Download download;
    private final SampleFiles samples;

    Sources(Download download, SampleFiles samples) {
        this.download = download;
        this.samples = samples;
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
            case Source.Stored(var key, var _, var sha256) -> {
                Files.move(context.fetch(key), file);
                if (sha256 != null) {
                    requireContent(file, sha256);
                }
                yield new Fetched(file, key);
            }
            case Source.Url(var url, var maxBytes) -> {
                var fetching = Step.FETCH.within(context);
                download.fetch(
                        url,
                        file,
                        maxBytes,
                        (bytes, expected) -> fetching.accept(share(bytes, expected, maxBytes)));
                yield new Fetched(file, null);
            }
            case Source.Sample(var content) -> {
                samples.make(content, file);
                yield new Fetched(file, null);
            }
        };
    }

    private static void requireContent(Path file, String sha256) throws Refusal, IOException {
        var digest = sha256();
        try (var content = Files.newInputStream(file)) {
            var buffer = new byte[1 << 20];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        var found = HexFormat.of().formatHex(digest.digest());
        if (!found.equalsIgnoreCase(sha256)) {
            throw new Refusal(
                    JobProblem.UPLOAD_INCOMPLETE,
                    "The SHA-256 of the file is " + found + ", not the announced one.",
                    null);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of what the server announced; of what is allowed when it announced nothing. */
    private static double share(long bytes, long expected, long maxBytes) {
        return Math.clamp((double) bytes / Math.max(1, expected > 0 ? expected : maxBytes), 0, 1);
    }
}
