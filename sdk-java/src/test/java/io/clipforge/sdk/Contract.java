package io.clipforge.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The published contract, as far as an SDK has to keep it. */
record Contract(Map<String, Operation> operations, JsonNode document) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** What the contract says about one operation. */
    record Operation(
            String call,
            String method,
            String path,
            Set<String> queryParameters,
            boolean idempotent,
            JsonNode requestExample,
            int status,
            String mediaType,
            JsonNode answerExample) {
        FakeApi.Answer answer() {
            String text =
                    answerExample.isObject() ? answerExample.toString() : answerExample.asText();
            if (mediaType.equals("text/event-stream")) {
                // YAML drops the blank line that ends the last event
                text += "\n";
            }
            return FakeApi.bytes(status, mediaType, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    static Contract read() {
        try {
            JsonNode document =
                    new YAMLMapper().readTree(Path.of("../openapi/dist/clipforge.yaml").toFile());
            Map<String, Operation> operations = new LinkedHashMap<>();
            document.path("paths").properties().stream()
                    // what stands elsewhere is spoken by OAuth libraries
                    .filter(path -> path.getKey().startsWith("/v1/"))
                    .forEach(path ->
                            path.getValue().properties().stream()
                                    .filter(entry -> METHODS.contains(entry.getKey()))
                                    .forEach(entry ->
                                            operations.put(
                                                    entry.getValue().path("operationId").asText(),
                                                    operation(
                                                            document,
                                                            path.getKey(),
                                                            path.getValue(),
                                                            entry))));
            return new Contract(operations, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return text.isEmpty()
                    ? JsonNodeFactory.instance.missingNode()
                    : new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Operation operation(
            JsonNode document, String path, JsonNode item, Map.Entry<String, JsonNode> entry) {
        JsonNode operation = entry.getValue();
        Map.Entry<String, JsonNode> success =
                operation.path("responses").properties().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .findFirst()
                        .orElseThrow();
        JsonNode content = success.getValue().path("content");
        String mediaType =
                content.properties().stream()
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("application/json");
        return new Operation(
                operation.path("x-clipforge-call").asText(),
                entry.getKey().toUpperCase(Locale.ROOT),
                path,
                queryParameters(document, item, operation),
                !operation.path("x-clipforge-idempotent").isMissingNode(),
                example(operation.path("requestBody").path("content").path("application/json")),
                Integer.parseInt(success.getKey()),
                mediaType,
                example(content.path(mediaType)));
    }

    private static JsonNode example(JsonNode content) {
        if (content.has("examples")) {
            return content.path("examples").elements().next().path("value");
        }
        return content.path("example");
    }

    private static Set<String> queryParameters(
            JsonNode document, JsonNode item, JsonNode operation) {
        Set<String> names = new HashSet<>();
        Stream.of(item, operation)
                .flatMap(holder ->
                        StreamSupport.stream(holder.path("parameters").spliterator(), false))
                .map(parameter -> resolve(document, parameter))
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .forEach(parameter -> names.add(parameter.path("name").asText()));
        return names;
    }

    private static JsonNode resolve(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
