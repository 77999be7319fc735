package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.clipforge.api.problems.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Holds an answer against the published contract: status, content type and every field. */
final class ContractCheck {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode CONTRACT = Specification.document();
    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private ContractCheck() {}

    static void check(String method, String path, HttpResponse<byte[]> response) {
        assertFalse(
                response.headers().firstValue("Request-Id").isEmpty(),
                "every answer has a Request-Id");
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() < 400 && path.startsWith("/operator/")) {
            return; // not part of the public contract
        }
        if (response.statusCode() >= 400 && type.startsWith("application/json")) {
            validate(schema(method, path, response.statusCode()), response.body()); // OAuth's own
        } else if (response.statusCode() >= 400) {
            assertTrue(type.startsWith("application/problem+json"), path + " answered " + type);
            validate("#/components/schemas/Problem", response.body());
            registered(response);
        } else if (type.startsWith("application/json")) {
            validate(schema(method, path, response.statusCode()), response.body());
        } else {
            specified(method, path, response.statusCode());
        }
        if (response.statusCode() < 400) {
            requireHeaders(method, path, response);
        }
    }

    private static void requireHeaders(String method, String path, HttpResponse<byte[]> response) {
        var headers = specified(method, path, response.statusCode()).path("headers");
        for (var it : headers.properties()) {
            if (Specification.resolve(it.getValue()).path("required").asBoolean()) {
                assertTrue(
                        response.headers().firstValue(it.getKey()).isPresent(),
                        method + " " + path + " lacks " + it.getKey());
            }
        }
    }

    /** Its type is one that has a page, and is answered with the status that page names. */
    private static void registered(HttpResponse<byte[]> response) {
        try {
            var code = JSON.readTree(response.body()).path("code").asText();
            var type = ProblemType.find(code);
            assertTrue(type.isPresent(), code + " is not registered");
            assertEquals(type.get().status().getCode(), response.statusCode(), code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void validate(String reference, byte[] body) {
        var root = JSON.createObjectNode();
        root.put("$ref", reference);
        root.set("components", CONTRACT.get("components"));
        try {
            var errors = SCHEMAS.getSchema(root).validate(JSON.readTree(body));
            assertTrue(
                    errors.isEmpty(),
                    () -> errors + " in " + new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String schema(String method, String path, int status) {
        var reference =
                specified(method, path, status)
                        .path("content")
                        .path("application/json")
                        .path("schema")
                        .path("$ref")
                        .asText();
        assertFalse(reference.isEmpty(), method + " " + path + " has no JSON for " + status);
        return reference;
    }

    private static JsonNode specified(String method, String path, int status) {
        var response =
                item(path)
                        .path(method.toLowerCase(Locale.ROOT))
                        .path("responses")
                        .path(Integer.toString(status));
        response = Specification.resolve(response);
        assertFalse(response.isMissingNode(), method + " " + path + " must not answer " + status);
        return response;
    }

    /** A path that is spelled out goes before one with parameters. */
    private static JsonNode item(String path) {
        if (CONTRACT.get("paths").has(path)) {
            return CONTRACT.get("paths").get(path);
        }
        for (var item : CONTRACT.get("paths").properties()) {
            if (path.matches(item.getKey().replaceAll("\\{[^}]+}", "[^/]+"))) {
                return item.getValue();
            }
        }
        assertEquals("a specified path", path);
        throw new IllegalStateException();
    }
}
