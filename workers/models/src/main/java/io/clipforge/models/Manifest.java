package io.clipforge.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The models there are; of one kind, a better one behind a lesser one.
 *
 * <p>In JSON, a model has a {@code base} URL that the {@code path} of each of its files is put
 * behind. A file is named as its path ends, unless it says {@code name}.
 */
public record Manifest(List<Model> models) {
    public Manifest {
        models = List.copyOf(models);
    }

    /** The one that comes with ClipForge. */
    public static Manifest shipped() {
        try (var in = Manifest.class.getResourceAsStream("models.json")) {
            if (in == null) {
                throw new IllegalStateException("models.json is missing");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws IllegalArgumentException when something is not what it should be
     */
    static Manifest read(InputStream json) throws IOException {
        return new Manifest(
                elements(new JsonMapper().readTree(json).path("models"))
                        .map(Manifest::model)
                        .toList());
    }

    public Optional<Model> find(String name) {
        return models.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** The best that a machine can run well. */
    public Optional<Model> bestFor(Machine machine, ModelKind kind) {
        return best(kind, it -> it.suits(machine));
    }

    Optional<Model> best(ModelKind kind, Predicate<Model> condition) {
        return models.reversed().stream()
                .filter(it -> it.kind() == kind)
                .filter(condition)
                .findFirst();
    }

    private static Model model(JsonNode json) {
        var base = text(json, "base");
        return new Model(
                text(json, "name"),
                ModelKind.of(text(json, "kind")),
                text(json, "about"),
                text(json, "licence"),
                URI.create(text(json, "page")),
                number(json, "megabytes"),
                number(json, "memoryMib"),
                json.has("offeredFrom") ? (Integer) number(json, "offeredFrom") : null,
                elements(json.path("files")).map(it -> file(it, base)).toList());
    }

    private static ModelFile file(JsonNode json, String base) {
        var path = text(json, "path");
        return new ModelFile(
                json.has("name") ? text(json, "name") : path.substring(path.lastIndexOf('/') + 1),
                URI.create(base + path),
                json.has("bytes") ? (Long) json.path("bytes").longValue() : null,
                optional(json, "sha256"));
    }

    private static int number(JsonNode json, String name) {
        if (!json.path(name).isInt()) {
            throw new IllegalArgumentException("a number '" + name + "' is missing in " + json);
        }
        return json.path(name).intValue();
    }

    private static String text(JsonNode json, String name) {
        var text = optional(json, name);
        if (text == null) {
            throw new IllegalArgumentException("a text '" + name + "' is missing in " + json);
        }
        return text;
    }

    private static @Nullable String optional(JsonNode json, String name) {
        return json.path(name).textValue();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
