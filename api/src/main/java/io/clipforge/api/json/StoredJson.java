package io.clipforge.api.json;

import io.clipforge.jobs.redis.JobJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What was stored by this program or its workers; that it cannot be read is a fault of ours. */
public final class StoredJson {
    private StoredJson() {}

    public static String text(Object document) {
        return new String(JobJson.write(document), StandardCharsets.UTF_8);
    }

    public static <T> T read(String text, Class<T> type) {
        return read(text.getBytes(StandardCharsets.UTF_8), type);
    }

    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return JobJson.read(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException("stored " + type.getSimpleName() + " is unreadable", e);
        }
    }

    public static <T> List<T> readList(String text, Class<T[]> type) {
        return List.of(read(text, type));
    }
}
