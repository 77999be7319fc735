package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.problems.ProblemRegistry;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.jobs.JobProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final Customer customer = new Customer();

    @Test
    void everyTypeWeAnswerWithIsRegisteredAndEveryRegisteredTypeIsOurs() {
        var registered =
                ProblemRegistry.all().stream()
                        .map(ProblemRegistry.Entry::code)
                        .collect(Collectors.toSet());
        var ours =
                Arrays.stream(ProblemType.values())
                        .map(ProblemType::code)
                        .collect(Collectors.toSet());
        assertEquals(registered, ours);
        for (var problem : JobProblem.values()) {
            assertTrue(registered.contains(problem.code()), problem.code());
        }
    }

    @Test
    void aBodyThatIsNotJsonIsRefusedWithoutParserTalk() {
        var answer = customer.api.post("/v1/projects", "{\"name\": ");
        assertEquals(400, answer.status());
        assertEquals("invalid_request", answer.text("code"));
        assertFalse(answer.body().toString().contains("Jackson"));
        assertFalse(answer.body().toString().contains("StreamRead"));
    }

    @Test
    void aWrongDiscriminatorIsRefusedWithoutClassNames() {
        var answer =
                customer.api.post(
                        "/v1/ingests",
                        "{\"project_id\": \"%s\", \"source\": {\"type\": \"carrier_pigeon\"}}"
                                .formatted(customer.project),
                        Worker.key());
        assertEquals(422, answer.status());
        assertEquals("/source/type", answer.body().at("/errors/0/pointer").asText());
        assertEquals("not_allowed", answer.body().at("/errors/0/code").asText());
        assertEquals(1, answer.body().path("errors").size());
        assertFalse(answer.body().toString().contains("io.clipforge"));
    }

    @Test
    void valuesOfAnotherTypeAndNullAreRefusedEachAtItsPlace() {
        var answer =
                customer.api.post(
                        "/v1/projects", "{\"name\": false, \"metadata\": {\"season\": null}}");
        assertEquals(422, answer.status());
        assertEquals("/metadata/season", answer.body().at("/errors/0/pointer").asText());
        assertEquals("wrong_type", answer.body().at("/errors/0/code").asText());
        assertEquals("/name", answer.body().at("/errors/1/pointer").asText());
        assertEquals("wrong_type", answer.body().at("/errors/1/code").asText());
    }

    @Test
    void whatIsMissingIsPointedAt() {
        var answer = customer.api.post("/v1/projects", "{}");
        assertEquals("/name", answer.body().at("/errors/0/pointer").asText());
        assertEquals("required", answer.body().at("/errors/0/code").asText());
    }

    @Test
    void whatIsMissingInOneKindOfSourceIsNotMissedInTheOther() {
        var answer =
                customer.api.post(
                        "/v1/ingests",
                        "{\"project_id\": \"%s\", \"source\": {\"type\": \"url\"}}"
                                .formatted(customer.project),
                        Worker.key());
        assertEquals("/source/url", answer.body().at("/errors/0/pointer").asText());
        assertEquals(1, answer.body().path("errors").size());
    }

    @Test
    void noMoreThanTwentyErrorsAreListed() {
        var metadata =
                IntStream.range(0, 40)
                        .mapToObj("\"key%d\": 1"::formatted)
                        .collect(Collectors.joining(", "));
        var answer =
                customer.api.post(
                        "/v1/projects",
                        "{\"name\": \"Show\", \"metadata\": {%s}}".formatted(metadata));
        assertEquals(422, answer.status());
        assertEquals(20, answer.body().path("errors").size());
    }

    @Test
    void anUnknownPropertyIsIgnored() {
        var answer =
                customer.api.post(
                        "/v1/ingests",
                        """
                        {"project_id": "%s", "mood": "good",
                         "source": {"type": "upload", "upload_id": "%s", "url": "https://example.com/a.mp4"}}
                        """
                                .formatted(customer.project, customer.upload()),
                        Worker.key());
        assertEquals(202, answer.status(), () -> answer.body().toString());
    }

    @Test
    void anInvalidFieldIsPointedAt() {
        var answer = customer.api.post("/v1/projects", "{\"name\": \"\"}");
        assertEquals(422, answer.status());
        assertEquals("validation_failed", answer.text("code"));
        assertEquals("/name", answer.body().at("/errors/0/pointer").asText());
    }

    @Test
    void whatIsNotThereIsNotFoundForEveryone() {
        for (var id : new String[] {"prj_01h455vb4pex5vsknk084sn02q", "nonsense", "' or 1=1 --"}) {
            var path = "/v1/projects/" + id.replace(" ", "%20").replace("'", "%27");
            var answer = customer.api.get(path);
            assertEquals(404, answer.status());
            assertEquals("not_found", answer.text("code"));
        }
    }

    @Test
    void aMethodThatIsNotServedIsAProblemToo() {
        var answer = customer.api.send("PUT", "/v1/projects", "{}", Map.of());
        assertEquals(405, answer.status());
    }

    @Test
    void aBodyBeyondTheLimitIsTooLarge() {
        var answer =
                customer.api.post("/v1/projects", "{\"name\": \"" + "x".repeat(9 << 20) + "\"}");
        assertEquals(413, answer.status());
        assertEquals("payload_too_large", answer.text("code"));
    }

    @Test
    void theProblemCarriesTheRequestIdOfItsAnswer() {
        var answer = customer.api.get("/v1/projects/nonsense");
        assertEquals(answer.header("Request-Id"), answer.text("request_id"));
        assertTrue(answer.text("type").endsWith("/problems/not_found"));
    }

    @Test
    void nullInAListIsRefusedWithItsPlace() {
        var answer =
                customer.api.post(
                        "/v1/webhook_endpoints",
                        "{\"url\": \"https://example.com/hook\", \"event_types\": [\"export.ready\", null]}");
        assertEquals(422, answer.status());
        assertEquals("/event_types/1", answer.body().at("/errors/0/pointer").asText());
    }

    @Test
    void aCharacterThatCannotBeStoredIsRefused() {
        for (var body :
                List.of(
                        "{\"name\": \"a\\u0000b\"}",
                        "{\"name\": \"a\", \"metadata\": {\"k\": \"\\u0000\"}}")) {
            var answer = customer.api.post("/v1/projects", body);
            assertEquals(422, answer.status(), body);
            assertEquals("nul_character", answer.body().at("/errors/0/code").asText());
        }
    }
}
