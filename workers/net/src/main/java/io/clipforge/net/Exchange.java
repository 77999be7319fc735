package io.clipforge.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/** One request and the open answer to it. */
final class Exchange implements Closeable {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpUriRequestBase request;
    private final ClassicHttpResponse response;

    private Exchange(HttpUriRequestBase request, ClassicHttpResponse response) {
        this.request = request;
        this.response = response;
    }

    static Exchange open(CloseableHttpClient client, HttpUriRequestBase request)
            throws IOException {
        return new Exchange(request, client.executeOpen(null, request, null));
    }

    int status() {
        return response.getCode();
    }

    /** The announced size of the body, or -1. */
    long expected() {
        HttpEntity entity = response.getEntity();
        return entity == null ? 0 : entity.getContentLength();
    }

    InputStream body() throws IOException {
        HttpEntity entity = response.getEntity();
        return entity == null ? InputStream.nullInputStream() : entity.getContent();
    }

    /** Where a redirect points to; empty when this is none, or none that can be read. */
    Optional<URI> redirectFrom(URI current) {
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (location == null || !REDIRECTS.contains(status())) {
            return Optional.empty();
        }
        try {
            return Optional.of(current.resolve(location.getValue()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    Response excerpt(long startNanos) throws IOException {
        byte[] start = body().readNBytes(Response.EXCERPT_BYTES);
        Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
        return new Response(status(), headers(), new String(start, StandardCharsets.UTF_8), took);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return headers;
    }

    /**
     * Keeps the connection when the body was read to its end, else drops it and never drains it.
     */
    @Override
    public void close() {
        request.cancel();
    }
}
