package io.clipforge.sdk.http;

import io.clipforge.sdk.ApiResponse;
import io.clipforge.sdk.CallOptions;
import io.clipforge.sdk.Page;
import io.clipforge.sdk.Versioned;
import io.clipforge.sdk.errors.ApiException;
import io.clipforge.sdk.errors.ClipForgeException;
import io.clipforge.sdk.errors.ConnectionException;
import io.clipforge.sdk.errors.UnexpectedAnswerException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Carries calls to the API: the only place where keys, headers, retries and problems are dealt
 * with.
 */
public final class Transport {
    private final String baseUrl;
    private final String apiKey;
    private final Retries retries;
    private final Exchange exchange;
    private final Problems problems;
    private final Duration streamPatience;
    private final Clock clock;
    private final CallOptions options;

    /**
     * @param timeout how long an attempt waits for a connection, an answer, or the next byte
     * @param streamPatience how long an event stream may be silent
     */
    public Transport(
            String baseUrl,
            String apiKey,
            Duration timeout,
            Duration streamPatience,
            Retries retries,
            Clock clock,
            Consumer<HttpClient.Builder> http) {
        this.baseUrl = baseUrl;
        this.apiKey = apiKey;
        this.retries = retries;
        this.streamPatience = streamPatience;
        this.clock = clock;
        this.problems = new Problems(clock);
        this.options = CallOptions.NONE;
        HttpClient.Builder client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(timeout);
        http.accept(client);
        // a redirect could carry the key to a stranger
        client.followRedirects(HttpClient.Redirect.NEVER);
        this.exchange = new Exchange(client.build(), timeout);
    }

    private Transport(Transport other, CallOptions options) {
        this.baseUrl = other.baseUrl;
        this.apiKey = other.apiKey;
        this.retries = options.maxRetries().map(other.retries::withLimit).orElse(other.retries);
        this.exchange = options.timeout().map(other.exchange::withPatience).orElse(other.exchange);
        this.problems = other.problems;
        this.streamPatience = other.streamPatience;
        this.clock = other.clock;
        this.options = options;
    }

    /** The same with other options; connections and the budget of repetitions are shared. */
    public Transport with(UnaryOperator<CallOptions> change) {
        return new Transport(this, change.apply(options));
    }

    /** When a wait that begins now ends. */
    public Deadline deadline() {
        return new Deadline(clock, options.waitTimeout());
    }

    /** Sends a call that is answered with one object. */
    public <T> T send(Call call, Class<T> type) {
        return Json.read(exchange(call, "application/json").body(), type);
    }

    /** Sends a call that is answered without a body. */
    public void send(Call call) {
        exchange(call, "application/json");
    }

    /** Sends a call that is answered with text of the given media type. */
    public String text(Call call, String mediaType) {
        return new String(exchange(call, mediaType).body(), StandardCharsets.UTF_8);
    }

    /** Sends a call that is answered with one object and its version. */
    public <T> Versioned<T> versioned(Call call, Class<T> type) {
        HttpResponse<byte[]> answer = exchange(call, "application/json");
        String etag =
                answer.headers()
                        .firstValue("ETag")
                        .orElseThrow(() -> new UnexpectedAnswerException(call + ": no ETag", null));
        return new Versioned<>(Json.read(answer.body(), type), etag);
    }

    /** Sends a call that is answered with a page of a list. */
    public <T> Page<T> page(Call call, Class<T> item) {
        Json.Listing listing = send(call, Json.Listing.class);
        return new Page<>(
                listing.data().stream().map(object -> Json.read(object, item)).toList(),
                listing.has_more() ? listing.next_cursor() : null,
                cursor -> page(call.query("cursor", cursor), item));
    }

    /** Opens an event stream, once; whoever reads it decides what to do when it is cut. */
    public EventStream open(Call call, Deadline deadline) {
        HttpRequest request = request(call, "text/event-stream");
        HttpResponse<Chunks> answer = exchange.send(request, response -> new ChunkSubscriber());
        tell(answer);
        if (answer.statusCode() == 200) {
            return new EventStream(answer.body(), streamPatience, deadline);
        }
        throw problems.from(
                answer.statusCode(), answer.headers(), answer.body().all(exchange.patience()));
    }

    /** Where bytes are moved to and from storage, with the same patience and retries. */
    public Transfers transfers() {
        return new Transfers(exchange, retries);
    }

    public Retries retries() {
        return retries;
    }

    public Clock clock() {
        return clock;
    }

    @Override
    public String toString() {
        return baseUrl;
    }

    private HttpResponse<byte[]> exchange(Call call, String accept) {
        HttpRequest request = request(call, accept);
        return retries.run(
                () -> once(request),
                failure -> advice(failure).orElseGet(() -> worthRepeating(call, failure)));
    }

    private HttpResponse<byte[]> once(HttpRequest request) {
        HttpResponse<byte[]> answer = exchange.send(request, BodyHandlers.ofByteArray());
        tell(answer);
        if (answer.statusCode() >= 200 && answer.statusCode() < 300) {
            return answer;
        }
        throw problems.from(answer.statusCode(), answer.headers(), answer.body());
    }

    private void tell(HttpResponse<?> answer) {
        HttpRequest request = answer.request();
        options.onResponse()
                .accept(
                        new ApiResponse(
                                request.method(),
                                request.uri().getPath(),
                                answer.statusCode(),
                                answer.headers()));
    }

    private HttpRequest request(Call call, String accept) {
        Object body = call.body();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl + call.target()))
                        .header("Authorization", "Bearer " + apiKey)
                        .header("Accept", accept + ", application/problem+json")
                        .header("User-Agent", UserAgent.VALUE);
        options.headers().forEach(request::setHeader);
        call.headers().forEach(request::setHeader);
        if (body == null) {
            return request.method(call.method(), BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.ofByteArray(Json.write(body)))
                .build();
    }

    /** What the server said about another attempt; it knows best. */
    private static Optional<Boolean> advice(ClipForgeException failure) {
        return failure instanceof ApiException refused ? refused.shouldRetry() : Optional.empty();
    }

    /**
     * A POST that the contract does not call repeatable is repeated only when it surely had no
     * effect.
     */
    private static boolean worthRepeating(Call call, ClipForgeException failure) {
        if (failure instanceof ConnectionException broken) {
            return call.isRepeatable() || !broken.requestSent();
        }
        if (failure instanceof ApiException refused) {
            int status = refused.status();
            return status == 429
                    || status == 503
                    || refused.code().equals("idempotency_key_in_use")
                    || (call.isRepeatable() && (status == 408 || status >= 500));
        }
        return false;
    }
}
