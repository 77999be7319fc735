package io.clipforge.api.contract;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.uri.UriMatchTemplate;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** The published contract, as it was built into this program. */
@Singleton
public final class Contract {
    private static final String RESOURCE = "/openapi/clipforge.yaml";

    private final String text;
    private final List<String> versions;
    private final Map<Route, Operation> operations;
    private final Map<Served, Optional<Operation>> served = new ConcurrentHashMap<>();

    @Inject
    Contract() {
        this(read());
    }

    /** Of another text than the published one. */
    public Contract(String text) {
        this.text = text;
        Map<String, Object> document = new Yaml().load(text);
        versions = versions(document);
        operations = operations(document);
    }

    private record Route(HttpMethod method, String path) {}

    private record Served(HttpMethod method, UriMatchTemplate template) {}

    /**
     * How an operation goes.
     *
     * @param since from when on nobody should build on it
     * @param sunset from when on it may be gone
     */
    public record Farewell(LocalDate since, LocalDate sunset) {}

    /**
     * @param path with its parameters, such as {@code /v1/jobs/{job_id}}
     * @param scope what a caller needs
     * @param farewell of an operation that is deprecated
     * @param expansions what it can return whole, and the scope that each needs beside
     */
    public record Operation(
            HttpMethod method,
            String path,
            String operationId,
            String scope,
            Optional<Farewell> farewell,
            Map<String, String> expansions) {
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

    /** Dates, the newest last. */
    public List<String> versions() {
        return versions;
    }

    public Collection<Operation> operations() {
        return operations.values();
    }

    public Optional<Operation> find(HttpMethod method, String path) {
        return Optional.ofNullable(operations.get(new Route(method, path)));
    }

    /**
     * What can be done at an address: by name, if the contract names it, else as one of those with
     * parameters.
     */
    public Set<HttpMethod> methodsAt(String address) {
        var named = methods(address::equals);
        return named.isEmpty()
                ? methods(it -> UriMatchTemplate.of(it).match(address).isPresent())
                : named;
    }

    private Set<HttpMethod> methods(Predicate<String> path) {
        return operations.keySet().stream()
                .filter(it -> path.test(it.path()))
                .map(Route::method)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(HttpMethod.class)));
    }

    /** The operation that a request asks for, as far as it is in the contract. */
    public Optional<Operation> of(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request).orElse(null)
                        instanceof UriRouteMatch<?, ?> route
                ? of(method(request), route.getRouteInfo().getUriMatchTemplate())
                : Optional.empty();
    }

    private Optional<Operation> of(HttpMethod method, UriMatchTemplate template) {
        return served.computeIfAbsent(
                new Served(method, template), it -> find(method, template.toPathString()));
    }

    /** HEAD is served by the route of GET. */
    private static HttpMethod method(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.HEAD ? HttpMethod.GET : request.getMethod();
    }

    private static String read() {
        try (InputStream in = Contract.class.getResourceAsStream(RESOURCE)) {
            return new String(
                    Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> versions(Map<String, Object> document) {
        var info = map(Objects.requireNonNull(document.get("info")));
        var versions = (List<?>) Objects.requireNonNull(info.get("x-clipforge-versions"));
        return versions.stream().map(String::valueOf).sorted().toList();
    }

    private static Map<Route, Operation> operations(Map<String, Object> document) {
        var found = new LinkedHashMap<Route, Operation>();
        map(Objects.requireNonNull(document.get("paths")))
                .forEach((path, item) ->
                        map(item)
                                .forEach((verb, operation) ->
                                        operation(path, verb, operation)
                                                .ifPresent(it ->
                                                        found.put(
                                                                new Route(it.method(), path),
                                                                it))));
        return Collections.unmodifiableMap(found);
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
                        scope(operation),
                        farewell(operation),
                        expansions(operation)));
    }

    private static Optional<Farewell> farewell(Map<?, ?> operation) {
        return Boolean.TRUE.equals(operation.get("deprecated"))
                ? Optional.of(
                        new Farewell(
                                date(operation, "x-clipforge-deprecated"),
                                date(operation, "x-clipforge-sunset")))
                : Optional.empty();
    }

    private static Map<String, String> expansions(Map<?, ?> operation) {
        var found = new LinkedHashMap<String, String>();
        if (operation.get("x-clipforge-expansions") instanceof Map<?, ?> declared) {
            declared.forEach(
                    (name, scope) -> found.put(String.valueOf(name), String.valueOf(scope)));
        }
        return Collections.unmodifiableMap(found);
    }

    private static LocalDate date(Map<?, ?> operation, String key) {
        return LocalDate.parse(String.valueOf(operation.get(key)));
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
