package io.clipforge.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A request that the conformance server saw.
 *
 * @param all every request of the case, for headers that are compared
 */
record SeenRequest(JsonNode request, JsonNode all) {
    private static final List<String> TEXTS = List.of("method", "path", "sha256");

    static SeenRequest at(JsonNode all, int index) {
        return new SeenRequest(all.path(index), all);
    }

    void assertIs(JsonNode expected) {
        if (!is(expected)) {
            throw new AssertionError("expected " + expected + ", not " + request);
        }
    }

    boolean is(JsonNode expected) {
        return TEXTS.stream().filter(expected::has).allMatch(it -> same(expected, it))
                && (!expected.has("query") || same(expected, "query"))
                && expected.path("headers").properties().stream().allMatch(this::carries)
                && (!expected.has("body")
                        || expected.path("body")
                                .equals(Contract.json(request.path("body").asText())));
    }

    private boolean same(JsonNode expected, String field) {
        return expected.path(field).equals(request.path(field));
    }

    private boolean carries(Map.Entry<String, JsonNode> expected) {
        String name = expected.getKey();
        JsonNode rule = expected.getValue();
        String value = header(request, name);
        if (rule.has("matches")) {
            return Pattern.compile(rule.path("matches").asText()).matcher(value).find();
        }
        if (rule.has("same_as")) {
            return value.equals(header(all.path(rule.path("same_as").asInt()), name));
        }
        if (rule.has("differs_from")) {
            return !value.equals(header(all.path(rule.path("differs_from").asInt()), name));
        }
        return Objects.equals(rule.isNull() ? "" : rule.asText(), value);
    }

    private static String header(JsonNode request, String name) {
        return request.path("headers").path(name).asText("");
    }
}
