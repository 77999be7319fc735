package io.clipforge.api.json;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One spelling for a JSON document: no white space, members in the order of their names. */
public final class CanonicalJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private CanonicalJson() {}

    public static byte[] of(byte[] document) {
        try {
            return MAPPER.writeValueAsBytes(MAPPER.readValue(document, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
