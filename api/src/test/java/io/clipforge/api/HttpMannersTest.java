package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpMannersTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Customer customer = new Customer();
    private final String project = "/v1/projects/" + customer.project;

    private Caller.Answer get(String path, String header, String value) {
        return customer.api.send("GET", path, null, Map.of(header, value));
    }

    /** Also headers that the client of the tests does not set by itself. */
    private HttpResponse<byte[]> raw(URI server, String method, String path, String... headers)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .method(method, BodyPublishers.noBody())
                        .header("Authorization", "Bearer " + customer.key)
                        .headers(headers)
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void everyAnswerTellsBrowsersToKeepOut() {
        for (var answer :
                new Caller.Answer[] {
                    customer.api.get("/v1/projects"),
                    customer.api.get("/v1/projects/nonsense"),
                    Caller.without().get("/v1/projects")
                }) {
            assertTrue(answer.header("Strict-Transport-Security").startsWith("max-age="));
            assertEquals("nosniff", answer.header("X-Content-Type-Options"));
            assertEquals("no-referrer", answer.header("Referrer-Policy"));
            assertTrue(answer.header("Content-Security-Policy").contains("frame-ancestors 'none'"));
            assertEquals("private, no-store", answer.header("Cache-Control"));
        }
        assertEquals("private, no-cache", customer.api.get(project).header("Cache-Control"));
    }

    @Test
    void whoHasTheVersionThatIsThereGetsNoneAndPaysNothing() {
        var settings =
                Map.<String, Object>of(
                        "clipforge.limits.requests.quota",
                        10,
                        "clipforge.limits.requests.window",
                        "24h");
        try (var replica = ControlPlane.replica(settings)) {
            var caller = customer.api.at(replica.getURI());
            var first = caller.get(project);
            var tag = first.header("ETag");
            assertEquals("\"requests\";r=9", remaining(first));
            for (var known : new String[] {tag, "W/" + tag, "\"0\", " + tag, "*"}) {
                var again = caller.send("GET", project, null, Map.of("If-None-Match", known));
                assertEquals(304, again.status(), known);
                assertEquals(0, again.raw().body().length);
                assertEquals(tag, again.header("ETag"));
                assertEquals("\"requests\";r=9", remaining(again));
            }
        }
        assertEquals(200, get(project, "If-None-Match", "\"0\"").status());
        var tag = customer.api.get(project).header("ETag");
        customer.api.send("PATCH", project, "{\"name\": \"New\"}", Map.of());
        assertEquals(200, get(project, "If-None-Match", tag).status());
    }

    private static String remaining(Caller.Answer answer) {
        return answer.header("RateLimit").replaceFirst(";t=.*", "");
    }

    @Test
    void pagesOfListedOriginsMayReadAndOthersMayNot() throws Exception {
        var settings =
                Map.<String, Object>of("clipforge.http.cors-origins", "https://app.example.com");
        try (var replica = ControlPlane.replica(settings)) {
            var listed = raw(replica.getURI(), "GET", project, "Origin", "https://app.example.com");
            assertEquals(200, listed.statusCode());
            assertEquals("https://app.example.com", header(listed, "Access-Control-Allow-Origin"));
            assertEquals("", header(listed, "Access-Control-Allow-Credentials"));
            assertTrue(
                    String.join(",", listed.headers().allValues("Access-Control-Expose-Headers"))
                            .contains("Request-Id"));
            var preflight =
                    raw(
                            replica.getURI(),
                            "OPTIONS",
                            project,
                            "Origin",
                            "https://app.example.com",
                            "Access-Control-Request-Method",
                            "PATCH",
                            "Access-Control-Request-Headers",
                            "authorization,if-match");
            assertEquals(200, preflight.statusCode());
            assertEquals(
                    "https://app.example.com", header(preflight, "Access-Control-Allow-Origin"));
            var other = raw(replica.getURI(), "GET", project, "Origin", "https://example.org");
            assertEquals("", header(other, "Access-Control-Allow-Origin"));
        }
        var unlisted =
                raw(ControlPlane.address(), "GET", project, "Origin", "https://app.example.com");
        assertEquals("", header(unlisted, "Access-Control-Allow-Origin"));
    }

    @Test
    void whoUsesAWrongMethodIsToldTheRightOnes() throws Exception {
        var redrive = raw(ControlPlane.address(), "DELETE", "/v1/jobs/redrive", "Accept", "*/*");
        assertEquals(405, redrive.statusCode());
        assertEquals("POST", header(redrive, "Allow"));
        var project =
                raw(
                        ControlPlane.address(),
                        "PUT",
                        "/v1/projects/" + customer.project,
                        "Accept",
                        "*/*");
        assertEquals("GET, DELETE, PATCH", header(project, "Allow"));
    }

    @Test
    void aParameterWithoutAValueIsRefused() {
        var answer = customer.api.get("/v1/projects?limit=");
        assertEquals(422, answer.status());
        assertEquals("#parameter/limit", answer.body().at("/errors/0/pointer").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"expand=,", "expand=asset,", "expand=,asset", "expand="})
    void aListWithAGapIsRefused(String query) {
        var answer = customer.api.get("/v1/ingests?" + query);

        assertEquals(422, answer.status());
        assertEquals("#parameter/expand", answer.body().at("/errors/0/pointer").asText());
    }

    @Test
    void longJsonIsCompressedForWhoCanReadItAndShortIsNot() throws Exception {
        for (int i = 0; i < 8; i++) {
            customer.api.post("/v1/projects", "{\"name\": \"%s\"}".formatted("long ".repeat(39)));
        }
        var zipped = raw(ControlPlane.address(), "GET", "/v1/projects", "Accept-Encoding", "gzip");
        assertEquals("gzip", header(zipped, "Content-Encoding"));
        try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(9, Caller.JSON.readTree(text).path("data").size());
        }
        var small = raw(ControlPlane.address(), "GET", project, "Accept-Encoding", "gzip");
        assertEquals("", header(small, "Content-Encoding"));
        assertEquals("", customer.api.get("/v1/projects").header("Content-Encoding"));
    }

    @Test
    void everyAnswerNamesItsVersionAndAnUnknownOneIsRefusedWithTheList() {
        assertEquals("2026-11-21", customer.api.get("/v1/projects").header("ClipForge-Version"));
        assertEquals(200, get("/v1/projects", "ClipForge-Version", "2026-11-21").status());
        var refused = get("/v1/projects", "ClipForge-Version", "2019-01-01");
        assertEquals(400, refused.status());
        assertEquals("invalid_request", refused.text("code"));
        assertTrue(refused.text("detail").contains("2026-11-21"));
        assertEquals("2026-11-21", refused.header("ClipForge-Version"));
    }

    @Test
    void aKeyIsBoundToTheNewestVersion() {
        var key =
                customer.api.post(
                        "/v1/api_keys",
                        """
                        {"name": "V", "environment": "live", "scopes": ["projects:read"]}
                        """);
        assertEquals("2026-11-21", key.text("api_version"));
    }

    @Test
    void aTraceThatIsMalformedIsIgnored() {
        for (var trace :
                new String[] {
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "00-nonsense", ""
                }) {
            assertEquals(200, get("/v1/projects", "traceparent", trace).status());
        }
    }
}
