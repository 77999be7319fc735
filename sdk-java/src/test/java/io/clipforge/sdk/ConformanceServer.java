package io.clipforge.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The server of {@code openapi/conformance}, as a process that ends with this one. */
final class ConformanceServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;

    /** A server that was opened for one case. */
    record Opened(String id, String baseUrl) {}

    ConformanceServer(Path folder) {
        try {
            process =
                    new ProcessBuilder("python3", folder.resolve("server.py").toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
            String line = said.readLine();
            address = URI.create(line.substring(line.lastIndexOf(' ') + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Opened open(JsonNode script) {
        String body = JSON.createObjectNode().set("script", script).toString();
        JsonNode opened = send("POST", "/cases", body);
        return new Opened(opened.path("id").asText(), opened.path("base_url").asText());
    }

    /** What the case has seen. */
    JsonNode close(Opened opened) {
        return send("DELETE", "/cases/" + opened.id(), "");
    }

    @Override
    public void close() {
        process.destroy();
    }

    private JsonNode send(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(path))
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            return JSON.readTree(http.send(request, BodyHandlers.ofByteArray()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
