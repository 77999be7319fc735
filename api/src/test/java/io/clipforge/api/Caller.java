package io.clipforge.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;

/** Someone with a key. Every answer is held against the contract before the test sees it. */
final class Caller {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Optional<String> key;
    private final URI address;
    private final HttpClient http;

    private Caller(Optional<String> key, URI address, HttpClient http) {
        this.key = key;
        this.address = address;
        this.http = http;
    }

    static Caller with(String key) {
        return new Caller(Optional.of(key), ControlPlane.address(), HTTP);
    }

    static Caller without() {
        return new Caller(Optional.empty(), ControlPlane.address(), HTTP);
    }

    /** Without a key, from an address of this machine. */
    static Caller from(String own) {
        return new Caller(
                Optional.empty(),
                ControlPlane.address(),
                HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(own)).build());
    }

    /** The same one at another replica. */
    Caller at(URI replica) {
        return new Caller(key, replica, http);
    }

    record Answer(int status, HttpResponse<byte[]> raw) {
        JsonNode body() {
            try {
                return JSON.readTree(raw.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text(String field) {
            return body().path(field).asText();
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    Answer post(String path, String body) {
        return send("POST", path, body, Map.of());
    }

    Answer post(String path, String body, String idempotencyKey) {
        return send("POST", path, body, Map.of("Idempotency-Key", idempotencyKey));
    }

    Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    Answer send(
            String method,
            String path,
            @org.jspecify.annotations.Nullable String body,
            Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(address.resolve(path))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        key.ifPresent(it -> request.header("Authorization", "Bearer " + it));
        headers.forEach(request::header);
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            ContractCheck.check(method, URI.create(path).getPath(), response);
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
