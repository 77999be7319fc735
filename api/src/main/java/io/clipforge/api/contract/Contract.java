package io.clipforge.api.contract;

import io.micronaut.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/** The published contract, as it was built into this program. */
@Singleton
public final class Contract {
    private static final String RESOURCE = "/openapi/clipforge.yaml";

    private final String text;
    private final List<Operation> operations;

    Contract() {
        text = read();
        operations = operations(new Yaml().load(text));
    }

    /**
     * @param path with its parameters, such as {@code /v1/jobs/{job_id}}
     * @param scope what a caller needs
     */
    public record Operation(HttpMethod method, String path, String operationId, String scope) {
        private static final String ANYONE = "anyone";

        /** Whether it is there for callers whom we do not know. */
        public boolean open() {
            return scope.equals(ANYONE);
        }
    }

    /** The whole document, YAML. */
    public String text() {
        return text;
    }

    public List<Operation> operations() {
        return operations;
    }

    public Optional<Operation> find(HttpMethod method, String path) {
        return operations.stream()
                .filter(it -> it.method() == method && it.path().equals(path))
                .findFirst();
    }

    private static String read() {
        try (InputStream in = Contract.class.getResourceAsStream(RESOURCE)) {
            return new String(
                    Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Operation> operations(Map<String, Object> document) {
        var found = new ArrayList<Operation>();
        map(Objects.requireNonNull(document.get("paths")))
                .forEach((path, item) ->
                        map(item)
                                .forEach((verb, operation) ->
                                        operation(path, verb, operation).ifPresent(found::add)));
        return List.copyOf(found);
    }

    private static Optional<Operation> operation(String path, String verb, Object value) {
        if (!(value instanceof Map<?, ?> operation) || !operation.containsKey("operationId")) {
            return Optional.empty();
        }
        return Optional.of(
                new Operation(
                        HttpMethod.valueOf(verb.toUpperCase(Locale.ROOT)),
                        path,
                        String.valueOf(operation.get("operationId")),
                        scope(operation)));
    }

    /** An operation for which nobody decided who may call it must not be served. */
    private static String scope(Map<?, ?> operation) {
        return String.valueOf(
                Objects.requireNonNull(
                        operation.get("x-clipforge-scope"),
                        () -> operation.get("operationId") + " has no x-clipforge-scope"));
    }

    @SuppressWarnings("unchecked") // the document was linted before it was built in
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
