package io.clipforge.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it lies in Redis: {@code <job>/<attempt> <spec as JSON>}. Scripts read the head
 * only; the kind is that of the key. Its place in a trace is one more field of that JSON, so that
 * readers who know of none ignore it.
 */
final class JobEntry {
    private static final int SLASH = 36;

    /** What the JSON says beside the spec. */
    private record Place(@Nullable String traceparent) {}

    private final UUID jobId;
    private final int attempt;
    private final byte[] spec;

    /**
     * @param entry its head was found readable by a script
     */
    JobEntry(byte[] entry) {
        int space = SLASH;
        while (space < entry.length && entry[space] != ' ') {
            space++;
        }
        jobId = UUID.fromString(text(entry, 0, SLASH));
        attempt = Integer.parseInt(text(entry, SLASH + 1, space));
        spec = Arrays.copyOfRange(entry, space, entry.length);
    }

    static byte[] write(JobMessage message) {
        var entry = new ByteArrayOutputStream();
        entry.writeBytes((message.jobId() + "/" + message.attempt() + " ").getBytes(UTF_8));
        entry.writeBytes(
                message.traceparent() == null
                        ? JobJson.write(message.spec())
                        : JobJson.write(message.spec(), new Place(message.traceparent())));
        return entry.toByteArray();
    }

    UUID jobId() {
        return jobId;
    }

    int attempt() {
        return attempt;
    }

    /**
     * @throws IOException when this build cannot make sense of the spec
     */
    JobMessage message(JobKind kind) throws IOException {
        var place = JobJson.read(spec, Place.class);
        return new JobMessage(jobId, attempt, JobJson.read(spec, kind.spec()), place.traceparent());
    }

    private static String text(byte[] entry, int from, int to) {
        return new String(entry, from, to - from, UTF_8);
    }
}
