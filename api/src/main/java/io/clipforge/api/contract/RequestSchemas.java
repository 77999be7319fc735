package io.clipforge.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ApiProblem.FieldError;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** Holds the bodies of requests against the contract. */
@Singleton
public final class RequestSchemas {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final int MOST_ERRORS = 20;

    private static final SchemaValidatorsConfig EXACTLY =
            SchemaValidatorsConfig.builder()
                    .locale(Locale.ENGLISH)
                    .pathType(PathType.JSON_POINTER)
                    .formatAssertionsEnabled(true)
                    .preloadJsonSchema(true)
                    .build();

    /** OpenAPI has words of its own, such as {@code example}, which ask for nothing. */
    private static final JsonSchemaFactory SCHEMA_FACTORY =
            JsonSchemaFactory.getInstance(
                    VersionFlag.V202012,
                    it ->
                            it.metaSchema(
                                    JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                                            .unknownKeywordFactory((keyword, _) ->
                                                    new NonValidationKeyword(keyword))
                                            .build()));

    /** What callers are told of the keywords of JSON Schema. */
    private static final Map<String, String> CODES =
            Map.ofEntries(
                    Map.entry("required", "required"),
                    Map.entry("type", "wrong_type"),
                    Map.entry("enum", "not_allowed"),
                    Map.entry("const", "not_allowed"),
                    Map.entry("minLength", "too_short"),
                    Map.entry("maxLength", "too_long"),
                    Map.entry("pattern", "wrong_form"),
                    Map.entry("format", "wrong_form"),
                    Map.entry("minimum", "out_of_range"),
                    Map.entry("maximum", "out_of_range"),
                    Map.entry("exclusiveMinimum", "out_of_range"),
                    Map.entry("exclusiveMaximum", "out_of_range"),
                    Map.entry("minItems", "too_few"),
                    Map.entry("maxItems", "too_many"),
                    Map.entry("maxProperties", "too_many"),
                    Map.entry("uniqueItems", "repeated"));

    private final Map<String, JsonSchema> schemas;

    RequestSchemas(Contract contract) {
        JsonNode document = new ObjectMapper().valueToTree(new Yaml().load(contract.text()));
        document.path("components").path("schemas").forEach(RequestSchemas::spellOut);
        var found = new HashMap<String, JsonSchema>();
        for (var path : document.path("paths")) {
            for (var operation : path) {
                var reference =
                        operation.at("/requestBody/content/application~1json/schema/$ref").asText();
                if (!reference.isEmpty()) {
                    found.computeIfAbsent(
                            reference.substring(SCHEMAS.length()),
                            _ -> schema(document, reference));
                }
            }
        }
        schemas = Map.copyOf(found);
    }

    /**
     * What OpenAPI says with a discriminator, in words that JSON Schema knows: one of its values,
     * and if it is this one, then that schema. So nothing is said of the schemas not meant.
     */
    private static void spellOut(JsonNode schema) {
        var discriminator = schema.path("discriminator");
        if (!discriminator.isMissingNode()) {
            var property = discriminator.path("propertyName").asText();
            var choice = ((ObjectNode) schema).remove(List.of("oneOf", "discriminator"));
            choice.putArray("required").add(property);
            var values = choice.putObject("properties").putObject(property).putArray("enum");
            var branches = choice.putArray("allOf");
            for (var it : discriminator.path("mapping").properties()) {
                values.add(it.getKey());
                var branch = branches.addObject();
                branch.putObject("if")
                        .putObject("properties")
                        .putObject(property)
                        .put("const", it.getKey());
                branch.putObject("then").set("$ref", it.getValue());
            }
        }
    }

    private static JsonSchema schema(JsonNode document, String reference) {
        var root = new ObjectMapper().createObjectNode().put("$ref", reference);
        root.set("components", document.path("components"));
        return SCHEMA_FACTORY.getSchema(root, EXACTLY);
    }

    /**
     * @param name of a schema
     */
    public boolean describes(String name) {
        return schemas.containsKey(name);
    }

    /**
     * @param name of a schema of the contract
     * @throws ApiProblem {@code validation_failed}, with a pointer to each value that is not as the
     *     contract asks, up to twenty
     */
    public void require(String name, JsonNode body) {
        var violations = Objects.requireNonNull(schemas.get(name), name).validate(body);
        if (!violations.isEmpty()) {
            throw ApiProblem.invalid(
                    violations.stream()
                            .map(RequestSchemas::error)
                            .sorted(Comparator.comparing(FieldError::pointer))
                            .limit(MOST_ERRORS)
                            .toList());
        }
    }

    private static FieldError error(ValidationMessage violation) {
        var place = violation.getInstanceLocation();
        var pointer =
                violation.getType().equals("required")
                        ? place.append(violation.getProperty()) // which is not there
                        : place;
        return new FieldError(
                pointer.toString(),
                CODES.getOrDefault(violation.getType(), "invalid"),
                violation.getError());
    }
}
