package io.clipforge.models;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Files over HTTP: from their publishers, or from a mirror that is laid out as a models folder is.
 *
 * <p>The Hugging Face hub answers a {@code HEAD} with what it knows of a file: {@code
 * X-Linked-ETag} is the SHA-256 of a large one and {@code X-Linked-Size} its size, {@code ETag} is
 * git's name of a small one, {@code X-Repo-Commit} the commit they are of.
 */
final class HttpSource implements Source {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final String HUB = "https://huggingface.co/";
    private static final String COMMIT = "X-Repo-Commit";
    private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");
    private static final Pattern WHOLE = Pattern.compile("bytes \\*/(\\d+)");

    private final URI hub;
    private final @Nullable URI mirror;
    private final HttpClient client;
    private final Walk walk;
    private final Map<String, Optional<ModelLock>> locks = new HashMap<>();

    private HttpSource(URI hub, @Nullable URI mirror, @Nullable String token, Duration patience) {
        this.hub = hub;
        this.mirror = mirror;
        client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        walk = new Walk(client, patience, new Walk.Bearer(token, hub));
    }

    /**
     * @param hub that is asked instead of huggingface.co, and speaks as it does
     * @param token for the hub's files that are not for everybody
     * @param patience until an answer begins
     */
    static HttpSource publishers(URI hub, @Nullable String token, Duration patience) {
        return new HttpSource(folder(hub), null, token, patience);
    }

    static HttpSource mirror(URI mirror, Duration patience) {
        return new HttpSource(URI.create(HUB), folder(mirror), null, patience);
    }

    @Override
    public String name() {
        return mirror == null ? hub.getAuthority() : mirror.getAuthority();
    }

    @Override
    public Declaration declare(Model model, ModelFile file)
            throws PullException, InterruptedException {
        var locked = mirror == null ? Optional.<Declaration>empty() : locked(model, file);
        return locked.isPresent() ? locked.get() : asked(url(model, file));
    }

    @Override
    public Content open(Model model, ModelFile file, long from, @Nullable String validator)
            throws PullException, InterruptedException {
        var url = url(model, file);
        var headers = new HashMap<String, String>();
        if (from > 0) {
            headers.put("Range", "bytes=" + from + "-");
            if (validator != null) {
                headers.put("If-Range", validator);
            }
        }
        var response = send("GET", url, headers, BodyHandlers.ofInputStream());
        return switch (response.statusCode()) {
            case 200 -> content(response, 0, response.headers().firstValueAsLong("Content-Length"));
            case 206 -> partly(model, file, from, response);
            case 416 -> past(model, file, from, response);
            default -> {
                close(response.body());
                throw new PullException(new PullProblem.Refused(url, response.statusCode()));
            }
        };
    }

    @Override
    public boolean answers(Model model) throws InterruptedException {
        try {
            return send(
                                    "HEAD",
                                    url(model, model.files().getFirst()),
                                    Map.of(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    < 500;
        } catch (PullException e) {
            return false;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private URI url(Model model, ModelFile file) {
        if (mirror != null) {
            return mirror.resolve(model.name() + "/" + file.name());
        }
        var url = file.url().toString();
        return url.startsWith(HUB) ? hub.resolve(url.substring(HUB.length())) : file.url();
    }

    private Declaration asked(URI url) throws PullException, InterruptedException {
        var commit = new AtomicReference<@Nullable String>();
        var response =
                send(
                        "HEAD",
                        url,
                        Map.of(),
                        BodyHandlers.discarding(),
                        it -> {
                            // the hub may move a question on to another address of its own
                            it.headers().firstValue(COMMIT).ifPresent(commit::set);
                            return declaresItself(it);
                        });
        int status = response.statusCode();
        if (status == 405 || status == 501) {
            return Declaration.NOTHING; // a simple server, which does not know HEAD
        }
        if (status / 100 == 2 || declaresItself(response)) {
            response.headers().firstValue(COMMIT).ifPresent(commit::set);
            return declared(response.headers(), commit.get());
        }
        throw new PullException(new PullProblem.Refused(url, status));
    }

    private static boolean declaresItself(HttpResponse<?> response) {
        return response.headers().firstValue("X-Linked-ETag").isPresent();
    }

    private static Declaration declared(HttpHeaders headers, @Nullable String commit) {
        var tag = headers.firstValue("X-Linked-ETag").or(() -> headers.firstValue("ETag"));
        // elsewhere a tag may look like a checksum and be none
        var checksum =
                commit == null
                        ? Optional.<Checksum>empty()
                        : tag.map(HttpSource::bare).flatMap(Checksum::ofTag);
        var bytes = headers.firstValueAsLong("X-Linked-Size");
        if (bytes.isEmpty()) {
            bytes = headers.firstValueAsLong("Content-Length");
        }
        return new Declaration(
                boxed(bytes),
                checksum.orElse(null),
                commit,
                checksum.isPresent() ? Trust.DECLARED : Trust.FIRST_SEEN);
    }

    private static String bare(String tag) {
        return tag.replaceFirst("^W/", "").replace("\"", "");
    }

    private Optional<Declaration> locked(Model model, ModelFile file)
            throws PullException, InterruptedException {
        var lock = locks.get(model.name());
        if (lock == null) {
            lock = lock(model);
            locks.put(model.name(), lock);
        }
        return lock.flatMap(it -> it.declares(file));
    }

    private Optional<ModelLock> lock(Model model) throws PullException, InterruptedException {
        var url = Objects.requireNonNull(mirror).resolve(model.name() + "/" + ModelLock.NAME);
        var response = send("GET", url, Map.of(), BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            return response.statusCode() == 200
                    ? Optional.of(ModelLock.read(body))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Content partly(
            Model model, ModelFile file, long from, HttpResponse<InputStream> response)
            throws PullException, InterruptedException {
        var range = RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
        if (!range.matches() || Long.parseLong(range.group(1)) != from) {
            close(response.body());
            return open(model, file, 0, null);
        }
        var whole =
                range.group(2).equals("*")
                        ? OptionalLong.empty()
                        : OptionalLong.of(Long.parseLong(range.group(2)));
        return content(response, from, whole);
    }

    /** The server has no such range: either everything is here, or what is here is of another. */
    private Content past(Model model, ModelFile file, long from, HttpResponse<InputStream> response)
            throws PullException, InterruptedException {
        close(response.body());
        var whole = WHOLE.matcher(response.headers().firstValue("Content-Range").orElse(""));
        if (from > 0 && whole.matches() && Long.parseLong(whole.group(1)) == from) {
            return new Content(InputStream.nullInputStream(), from, from, null);
        }
        if (from > 0) {
            return open(model, file, 0, null);
        }
        throw new PullException(new PullProblem.Refused(url(model, file), 416));
    }

    private static Content content(
            HttpResponse<InputStream> response, long from, OptionalLong bytes) {
        var validator = response.headers().firstValue("ETag").filter(it -> !it.startsWith("W/"));
        return new Content(response.body(), from, boxed(bytes), validator.orElse(null));
    }

    private <T> HttpResponse<T> send(
            String method, URI url, Map<String, String> headers, HttpResponse.BodyHandler<T> body)
            throws PullException, InterruptedException {
        return send(method, url, headers, body, _ -> false);
    }

    private <T> HttpResponse<T> send(
            String method,
            URI url,
            Map<String, String> headers,
            HttpResponse.BodyHandler<T> body,
            Predicate<HttpResponse<T>> enough)
            throws PullException, InterruptedException {
        try {
            return walk.send(method, url, headers, body, enough);
        } catch (IOException e) {
            throw new PullException(new PullProblem.Unreachable(url.getAuthority(), why(e)));
        }
    }

    static String why(IOException e) {
        return switch (e) {
            case HttpConnectTimeoutException _ -> "no connection in time";
            case SSLException tls -> "no secure connection: " + tls.getMessage();
            case ConnectException _ -> nameless(e) ? "the name is not known" : "no connection";
            default -> Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        };
    }

    private static boolean nameless(Throwable e) {
        return e instanceof UnresolvedAddressException
                || e instanceof UnknownHostException
                || (e.getCause() != null && nameless(e.getCause()));
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // nobody reads it any more
        }
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? (Long) value.getAsLong() : null;
    }

    private static URI folder(URI uri) {
        return uri.toString().endsWith("/") ? uri : URI.create(uri + "/");
    }
}
