package io.clipforge.models;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Requests that follow redirects by rules of their own: never from HTTPS to HTTP, and the token is
 * for its host only, not for the storage that the host leads to.
 */
final class Walk {
    private static final int MOST_HOPS = 5;

    private final HttpClient client;
    private final Duration patience;
    private final Bearer bearer;

    /** A token and the one place it is for. */
    record Bearer(@Nullable String token, URI hub) {
        private boolean isFor(URI url) {
            return token != null
                    && url.getScheme().equals(hub.getScheme())
                    && url.getRawAuthority().equals(hub.getRawAuthority());
        }
    }

    Walk(HttpClient client, Duration patience, Bearer bearer) {
        this.client = client;
        this.patience = patience;
        this.bearer = bearer;
    }

    /**
     * @param enough whether an answer is what was wanted, though it leads elsewhere
     * @throws IOException when nobody answers
     */
    <T> HttpResponse<T> send(
            String method,
            URI url,
            Map<String, String> headers,
            HttpResponse.BodyHandler<T> body,
            Predicate<HttpResponse<T>> enough)
            throws IOException, PullException, InterruptedException {
        var at = url;
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            var response = send(request(method, at, headers), body);
            var next = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || next.isEmpty() || enough.test(response)) {
                return response;
            }
            if (response.body() instanceof AutoCloseable open) {
                closeQuietly(open);
            }
            at = secure(at, resolved(at, next.get()));
        }
        throw new PullException(new PullProblem.TooManyRedirects(url));
    }

    /**
     * With a limit of our own, until the answer begins: that of a request counts the body in from
     * JDK 26 on.
     */
    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        var sending = client.sendAsync(request, body);
        try {
            return sending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer in time", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            sending.cancel(true); // no effect on one that was answered
        }
    }

    private HttpRequest request(String method, URI url, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(url)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .header("User-Agent", "clipforge-models")
                        .header("Accept-Encoding", "identity");
        headers.forEach(request::header);
        if (bearer.isFor(url)) {
            request.header("Authorization", "Bearer " + bearer.token());
        }
        return request.build();
    }

    private static URI resolved(URI at, String location) throws IOException {
        try {
            return at.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new IOException("it leads to '" + location + "'", e);
        }
    }

    static URI secure(URI from, URI to) throws PullException {
        boolean http = "http".equals(to.getScheme());
        if (!"https".equals(to.getScheme()) && !(http && "http".equals(from.getScheme()))) {
            throw new PullException(new PullProblem.Insecure(from, to));
        }
        return to;
    }

    private static void closeQuietly(AutoCloseable body) throws IOException {
        try {
            body.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
