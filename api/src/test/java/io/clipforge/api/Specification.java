package io.clipforge.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clipforge.api.contract.Contract.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** The published contract, for tests that go over all of it. */
final class Specification {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode DOCUMENT = read();
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private Specification() {}

    static JsonNode document() {
        return DOCUMENT;
    }

    static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.get("$ref").asText().substring(1)) : node;
    }

    static JsonNode of(Operation operation) {
        return DOCUMENT.path("paths")
                .path(operation.path())
                .path(operation.method().name().toLowerCase(Locale.ROOT));
    }

    static boolean is(Operation operation, String extension) {
        var value = of(operation).path("x-clipforge-" + extension);
        return value.asBoolean() || value.isTextual();
    }

    static boolean isOptional(Operation operation, String extension) {
        return of(operation).path("x-clipforge-" + extension).asText().equals("optional");
    }

    /** Names of the parameters in the path, in their order. */
    static List<String> pathParameters(Operation operation) {
        return PARAMETER.matcher(operation.path()).results().map(it -> it.group(1)).toList();
    }

    /** How ids of a path parameter begin, as its example shows. */
    static String prefix(Operation operation, String parameter) {
        var parameters = new ArrayList<JsonNode>();
        DOCUMENT.path("paths").path(operation.path()).path("parameters").forEach(parameters::add);
        of(operation).path("parameters").forEach(parameters::add);
        return parameters.stream()
                .map(Specification::resolve)
                .filter(it -> it.path("name").asText().equals(parameter))
                .map(it -> it.path("example").asText())
                .map(it -> it.substring(0, it.indexOf('_') + 1))
                .findFirst()
                .orElseThrow();
    }

    /** The type of the body and its example; empty for an operation that takes none. */
    static Optional<Body> body(Operation operation) {
        var content = resolve(of(operation).path("requestBody")).path("content");
        return content.properties().stream()
                .findFirst()
                .map(it -> new Body(it.getKey(), example(it.getValue())));
    }

    record Body(String type, JsonNode example) {}

    private static JsonNode example(JsonNode content) {
        if (content.has("example")) {
            return content.get("example");
        }
        return content.path("examples").elements().next().path("value");
    }

    private static JsonNode read() {
        try (var in = Specification.class.getResourceAsStream("/openapi/clipforge.yaml")) {
            return JSON.valueToTree(new Yaml().<Object>load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
