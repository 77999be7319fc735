package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.problems.ProblemRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** What people and machines read without a key. */
class OperationsTest {

    @Test
    void healthTellsThatTheDatabaseAndTheStoreAnswer() throws Exception {
        var answer = get("/health");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("\"UP\""));
        assertTrue(answer.body().contains("storage"));
        assertTrue(answer.body().contains("jdbc"));
    }

    @Test
    void metricsAreThereForPrometheus() throws Exception {
        var answer = get("/prometheus");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("jvm_memory_used_bytes"));
    }

    @Test
    void requestsAreCountedByOperationAndStatus() throws Exception {
        new Customer().api.get("/v1/projects/prj_none");
        Caller.without().get("/v1/projects");
        var metrics = get("/prometheus").body();
        for (var series :
                new String[] {
                    "clipforge_requests_seconds_count{operation=\"createProject\",status=\"2xx\"}",
                    "clipforge_requests_seconds_count{operation=\"getProject\",status=\"4xx\"}",
                    "clipforge_requests_seconds_count{operation=\"listProjects\",status=\"4xx\"}"
                }) {
            assertTrue(metrics.contains(series), series);
        }
    }

    @Test
    void theDocsAreBrowsableWithNothingFromElsewhere() throws Exception {
        var page = get("/docs");
        assertEquals(200, page.statusCode());
        assertTrue(!page.body().contains("//cdn") && !page.body().contains("https://"));
        for (var asset :
                new String[] {
                    "/docs/assets/swagger-ui.css",
                    "/docs/assets/swagger-ui-bundle.js",
                    "/docs/static/browser.js"
                }) {
            assertTrue(page.body().contains(asset));
            assertEquals(200, get(asset).statusCode(), asset);
        }
        assertTrue(get("/openapi.yaml").body().startsWith("openapi: 3.1"));
    }

    @Test
    void everyProblemTypeHasItsPage() throws Exception {
        for (var entry : ProblemRegistry.all()) {
            var page = get("/problems/" + entry.code());
            assertEquals(200, page.statusCode(), entry.code());
            assertTrue(page.body().contains(entry.code()));
        }
        assertEquals(404, get("/problems/unheard_of").statusCode());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(ControlPlane.address().resolve(path)).build(),
                        BodyHandlers.ofString());
    }
}
