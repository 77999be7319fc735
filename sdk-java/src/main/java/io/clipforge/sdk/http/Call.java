package io.clipforge.sdk.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One logical call of an operation, before it is signed and sent; its retries repeat it exactly.
 */
public final class Call {
    private final String method;
    private final String path;
    private final Map<String, String> query = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable Object body;
    private boolean repeatable;

    private Call(String method, String path, boolean repeatable) {
        this.method = method;
        this.path = path;
        this.repeatable = repeatable;
    }

    /** Each {@code {}} of the path takes the next id. */
    public static Call get(String path, String... ids) {
        return new Call("GET", fill(path, ids), true);
    }

    public static Call delete(String path, String... ids) {
        return new Call("DELETE", fill(path, ids), true);
    }

    public static Call patch(String path, String... ids) {
        return new Call("PATCH", fill(path, ids), true);
    }

    public static Call post(String path, String... ids) {
        return new Call("POST", fill(path, ids), false);
    }

    public Call json(Object value) {
        body = Objects.requireNonNull(value, "body");
        return this;
    }

    /** Adds a query parameter; null means that it is left out. */
    public Call query(String name, @Nullable Object value) {
        if (value != null) {
            query.put(name, value.toString());
        }
        return this;
    }

    Call query(Map<String, String> parameters) {
        query.putAll(parameters);
        return this;
    }

    /** Adds a header; null means that it is left out. */
    public Call header(String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
        return this;
    }

    /** Says that the contract calls a repetition of this POST harmless. */
    public Call repeatable() {
        repeatable = true;
        return this;
    }

    /**
     * The version that must still be the current one. A repetition of a success would be refused,
     * so there is none.
     */
    public Call ifMatch(String etag) {
        repeatable = false;
        return header("If-Match", etag);
    }

    /** Mints the key under which all attempts of this call have one effect. */
    public Call idempotent() {
        return idempotent(UUID.randomUUID().toString());
    }

    public Call idempotent(String key) {
        repeatable = true;
        return header("Idempotency-Key", Objects.requireNonNull(key, "idempotencyKey"));
    }

    String method() {
        return method;
    }

    String target() {
        if (query.isEmpty()) {
            return path;
        }
        return path
                + query.entrySet().stream()
                        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    Map<String, String> headers() {
        return headers;
    }

    @Nullable Object body() {
        return body;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    /** Method and path without the query, for messages. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    private static String fill(String path, String... ids) {
        String filled = path;
        for (String id : ids) {
            if (id.isBlank() || id.equals(".") || id.equals("..")) {
                // it would name the whole collection, or what is above it
                throw new IllegalArgumentException("this is no id: '" + id + "'");
            }
            int slot = filled.indexOf("{}");
            filled = filled.substring(0, slot) + encode(id) + filled.substring(slot + 2);
        }
        return filled;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
