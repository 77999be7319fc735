package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.clipforge.api.contract.Contract;
import io.clipforge.api.contract.Contract.Operation;
import io.clipforge.api.identity.IdentityService;
import io.micronaut.http.HttpMethod;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One of everything that an organization can own, so that a test can go over the whole contract.
 * Who specifies a new kind of resource adds one here: until then every such test fails.
 */
final class Estate {
    private static final Pattern ID = Pattern.compile("[a-z]+_[0-9a-hjkmnp-tv-z]{26}");
    private static final String NOTHING = "00000000000000000000000000";

    final Customer owner = new Customer();
    private final Map<String, String> ids = new LinkedHashMap<>();

    Estate() {
        add(owner.project);
        add(owner.upload());
        create("/v1/brand_kits");
        create("/v1/webhook_endpoints");
        create("/v1/api_keys");
        create("/v1/oauth_clients");
        create("/v1/invitations");
        add(
                ControlPlane.bean(IdentityService.class)
                        .addOwner(owner.organization, Staff.email(), "Ada", Staff.PASSWORD)
                        .resource()
                        .getId());
        var ingest = owner.ingest();
        add(ingest.path("id").asText());
        add(ingest.path("asset_id").asText());
        add(ingest.at("/job/id").asText());
        new Worker(owner).ingest();
        owner.awaitIngest(ingest.path("id").asText(), "completed");
        addFirst("/v1/assets/" + ingest.path("asset_id").asText() + "/moments");
        add(owner.export(id("mom")).path("id").asText());
        addFirst("/v1/events");
        addFirst("/v1/deliveries");
    }

    Collection<String> ids() {
        return ids.values();
    }

    /** Whether an example names something that somebody owns. */
    boolean mentions(Specification.Body body) {
        return ID.matcher(body.example().toString()).find();
    }

    /** The path of an operation on what this organization owns. */
    String path(Operation operation) {
        return fill(operation, this::id);
    }

    /** The path of an operation on what nobody owns. */
    static String pathToNothing(Operation operation) {
        return fill(operation, prefix -> prefix + "_" + NOTHING);
    }

    /** The example of a body, with the ids of what this organization owns, and a new person. */
    JsonNode localise(JsonNode example) {
        return replaced(example.deepCopy());
    }

    private static String fill(Operation operation, UnaryOperator<String> idByPrefix) {
        var path = operation.path();
        for (var parameter : Specification.pathParameters(operation)) {
            var prefix = Specification.prefix(operation, parameter);
            path =
                    path.replace(
                            "{" + parameter + "}",
                            idByPrefix.apply(prefix.substring(0, prefix.length() - 1)));
        }
        return path;
    }

    private String id(String prefix) {
        var id = ids.get(prefix);
        if (id == null) {
            throw new AssertionError("no test knows how one comes by a " + prefix + "_…");
        }
        return id;
    }

    private JsonNode replaced(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                    object.properties().forEach(it -> it.setValue(replaced(it.getValue())));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, replaced(array.get(i)));
                }
            }
            case TextNode text when ID.matcher(text.asText()).matches() -> {
                return TextNode.valueOf(id(text.asText().substring(0, text.asText().indexOf('_'))));
            }
            case TextNode text when text.asText().endsWith("@example.com") -> {
                return TextNode.valueOf(Staff.email());
            }
            default -> {}
        }
        return node;
    }

    private void create(String path) {
        var operation = ControlPlane.bean(Contract.class).find(HttpMethod.POST, path).orElseThrow();
        var example = Specification.body(operation).orElseThrow().example();
        var answer =
                owner.api.post(path, localise(example).toString(), UUID.randomUUID().toString());
        assertTrue(answer.status() < 300, () -> path + ": " + answer.body());
        add(answer.text("id"));
    }

    private void addFirst(String list) {
        add(owner.api.get(list).body().at("/data/0/id").asText());
    }

    private void add(String id) {
        ids.put(id.substring(0, id.indexOf('_')), id);
    }
}
