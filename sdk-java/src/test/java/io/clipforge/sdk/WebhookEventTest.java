package io.clipforge.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.sdk.http.Json;
import io.clipforge.sdk.model.Event;
import io.clipforge.sdk.webhooks.WebhookEvent;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The typed events against the {@code webhooks} section of the contract. */
class WebhookEventTest {
    private static final Contract CONTRACT = Contract.read();

    @TestFactory
    Stream<DynamicTest> everyWebhookOfTheContractHasItsTypeAndItsData() {
        return CONTRACT.document().path("webhooks").properties().stream()
                .map(webhook ->
                        DynamicTest.dynamicTest(
                                webhook.getKey(), () -> typed(webhook.getKey(), content(webhook))));
    }

    private static void typed(String type, JsonNode content) throws ReflectiveOperationException {
        JsonNode example = content.path("example");
        WebhookEvent event = WebhookEvent.of(Json.read(example, Event.class));

        assertNotEquals(WebhookEvent.Unknown.class, event.getClass());
        assertEquals(type, event.event().getType().getValue());
        RecordComponent data = event.getClass().getRecordComponents()[1];
        String schema = content.path("schema").path("$ref").asText().replaceAll(".*/", "");
        assertEquals(
                Class.forName("io.clipforge.sdk.model." + schema)
                        .getMethod("getData")
                        .getReturnType(),
                data.getType());
        JsonNode read = Json.read(Json.write(data.getAccessor().invoke(event)), JsonNode.class);
        ContractTest.assertSame(example.path("data"), read);
    }

    private static JsonNode content(Map.Entry<String, JsonNode> webhook) {
        return webhook.getValue()
                .path("post")
                .path("requestBody")
                .path("content")
                .path("application/json");
    }
}
