package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.api.tenancy.Tenant.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** An organization with a key and a project, and the steps that most tests begin with. */
final class Customer {
    /** As much of a film as there is in five bytes. */
    static final String FILM = "FLV\u0001\u0005";

    final UUID organization = UUID.randomUUID();
    final String key;
    final Caller api;
    final String project;

    Customer() {
        this(Environment.LIVE);
    }

    Customer(Environment environment) {
        key = ControlPlane.issue(organization, environment);
        api = Caller.with(key);
        project = api.post("/v1/projects", "{\"name\": \"Talks\"}").text("id");
    }

    /** A file of a few bytes, uploaded through the presigned URL. */
    String upload() {
        var upload =
                api.post("/v1/uploads", "{\"filename\": \"talk.mp4\", \"size_bytes\": 5}").body();
        var etag = put(upload.at("/parts/0/url").asText(), FILM);
        var completed =
                api.post(
                        "/v1/uploads/" + upload.path("id").asText() + "/complete",
                        "{\"parts\": [{\"part_number\": 1, \"etag\": %s}]}".formatted(etag));
        assertEquals(200, completed.status());
        return upload.path("id").asText();
    }

    static String put(String url, String content) {
        try {
            var response =
                    HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(url))
                                            .PUT(BodyPublishers.ofString(content))
                                            .build(),
                                    BodyHandlers.ofString());
            assertEquals(200, response.statusCode(), response.body());
            return Caller.JSON.writeValueAsString(
                    response.headers().firstValue("ETag").orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String newIngest(String upload) {
        return """
        {"project_id": "%s", "source": {"type": "upload", "upload_id": "%s"}}
        """
                .formatted(project, upload);
    }

    JsonNode ingest() {
        var answer = api.post("/v1/ingests", newIngest(upload()), Worker.key());
        assertEquals(202, answer.status(), () -> answer.body().toString());
        return answer.body();
    }

    JsonNode awaitIngest(String id, String status) {
        return Eventually.see(
                        () -> api.get("/v1/ingests/" + id), it -> it.text("status").equals(status))
                .body();
    }

    JsonNode export(String momentId) {
        var answer =
                api.post(
                        "/v1/exports",
                        "{\"moment_id\": \"%s\", \"ratios\": [\"9:16\"]}".formatted(momentId),
                        Worker.key());
        assertEquals(202, answer.status(), () -> answer.body().toString());
        return answer.body();
    }
}
