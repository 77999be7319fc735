package io.clipforge.sdk.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.clipforge.sdk.errors.UnexpectedAnswerException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON as the contract means it: what we do not know is skipped, what is absent stays out. */
public final class Json {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    // a kind of source that is younger than this SDK is read as absent
                    .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
                    .build();

    private Json() {}

    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "not writable as JSON: " + value.getClass().getName(), e);
        }
    }

    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return present(MAPPER.readValue(json, type));
        } catch (IOException e) {
            throw unexpected(type, e);
        }
    }

    public static <T> T read(JsonNode json, Class<T> type) {
        try {
            return present(MAPPER.treeToValue(json, type));
        } catch (JacksonException e) {
            throw unexpected(type, e);
        }
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new UnexpectedAnswerException("the answer is empty", null);
        }
        return value;
    }

    private static UnexpectedAnswerException unexpected(Class<?> type, IOException cause) {
        // Jackson's own text may quote the body, and a body may hold a secret
        String where = cause instanceof JacksonException broken ? location(broken) : "";
        return new UnexpectedAnswerException(
                "the answer cannot be read as " + type.getSimpleName() + where, null);
    }

    private static String location(JacksonException broken) {
        var place = broken.getLocation();
        return place == null ? "" : " (at byte " + place.getByteOffset() + ")";
    }

    /** The body of every list. */
    record Listing(List<JsonNode> data, boolean has_more, @Nullable String next_cursor) {}
}
