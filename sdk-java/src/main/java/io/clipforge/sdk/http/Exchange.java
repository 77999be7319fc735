package io.clipforge.sdk.http;

import io.clipforge.sdk.errors.ConnectionException;
import io.clipforge.sdk.errors.TimeoutException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. The JDK's own request timeout ends with the headers, so the waiting
 * is done here: it gives up when nothing has moved for {@code patience}.
 */
record Exchange(HttpClient client, Duration patience) {

    Exchange withPatience(Duration time) {
        return new Exchange(client, time);
    }

    <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        return send(request, handler, () -> 0);
    }

    /**
     * @param moved bytes moved so far; as long as it changes, nothing is given up
     */
    <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler, LongSupplier moved) {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, handler);
        try {
            return await(answer, moved);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ConnectionException(name(request) + " was interrupted", true, e);
        } catch (java.util.concurrent.TimeoutException e) {
            answer.cancel(true);
            throw new TimeoutException(
                    name(request) + " brought nothing for " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw broken(request, e.getCause());
        }
    }

    private <T> T await(CompletableFuture<T> answer, LongSupplier moved)
            throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException {
        long before = moved.getAsLong();
        while (true) {
            try {
                return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (java.util.concurrent.TimeoutException e) {
                long now = moved.getAsLong();
                if (now == before) {
                    throw e;
                }
                before = now;
            }
        }
    }

    private static RuntimeException broken(HttpRequest request, @Nullable Throwable cause) {
        if (cause instanceof UncheckedIOException disk) {
            return disk;
        }
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return new ConnectionException(name(request) + ": no connection", false, cause);
        }
        if (cause instanceof IOException) {
            return new ConnectionException(name(request) + ": the connection broke", true, cause);
        }
        return new IllegalStateException(name(request) + " failed", cause);
    }

    /** Method, host and path; the query of a presigned address is a secret. */
    static String name(HttpRequest request) {
        return request.method() + " " + request.uri().getAuthority() + request.uri().getRawPath();
    }
}
