package io.clipforge.models;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A server of files with the manners, good and bad, of hubs, storages and mirrors. */
final class FileServer implements AutoCloseable {
    static final String COMMIT = "0123456789012345678901234567890123456789";
    private static final String MOVED = "/moved";
    private static final int NOT_IN_TIME = 503;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<Request> requests = new ArrayList<>();
    private final CountDownLatch silence = new CountDownLatch(1);

    private boolean isHub;
    private boolean moves;
    private boolean mute;
    private boolean knowsRanges = true;
    private boolean knowsHead = true;
    private boolean chunked;
    private String tag = "\"1\"";
    private int failures;
    private int breaks;
    private int breakAfter;
    private int silentAfter = -1;
    private @Nullable FileServer storage;
    private @Nullable String elsewhere;
    private @Nullable String declared;
    private @Nullable Long declaredBytes;

    /** What was asked. */
    record Request(String method, String path, Headers headers) {
        @Nullable String header(String name) {
            return headers.getFirst(name);
        }
    }

    FileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(workers);
        server.start();
    }

    /** It declares its files as the Hugging Face hub does. */
    FileServer hub() {
        isHub = true;
        return this;
    }

    /** It sends nothing itself, but says where it lies. */
    FileServer leadingTo(FileServer to) {
        storage = to;
        return this;
    }

    FileServer leadingTo(String location) {
        elsewhere = location;
        return this;
    }

    /** It takes questions and answers none. */
    FileServer mute() {
        mute = true;
        return this;
    }

    /** It moves every question on to another address of its own. */
    FileServer moving() {
        moves = true;
        return this;
    }

    FileServer declaring(String checksum) {
        declared = checksum;
        return this;
    }

    FileServer declaring(long bytes) {
        declaredBytes = bytes;
        return this;
    }

    FileServer withoutRanges() {
        knowsRanges = false;
        return this;
    }

    FileServer withoutHead() {
        knowsHead = false;
        return this;
    }

    FileServer chunked() {
        chunked = true;
        return this;
    }

    /** The first answers end after so many bytes. */
    FileServer breaking(int times, int after) {
        breaks = times;
        breakAfter = after;
        return this;
    }

    FileServer failing(int times) {
        failures = times;
        return this;
    }

    /** It stops in the middle and says no more. */
    FileServer silentAfter(int bytes) {
        silentAfter = bytes;
        return this;
    }

    FileServer tag(String tag) {
        this.tag = tag;
        return this;
    }

    FileServer with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    synchronized List<Request> requests(String method) {
        return requests.stream().filter(it -> it.method().equals(method)).toList();
    }

    @Override
    public void close() {
        silence.countDown();
        server.stop(0);
        workers.shutdownNow();
    }

    private synchronized void note(HttpExchange exchange) {
        requests.add(
                new Request(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        exchange.getRequestHeaders()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        note(exchange);
        if (mute) {
            await();
        }
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var bytes = files.get(path.replaceFirst("^" + MOVED, ""));
            var headers = exchange.getResponseHeaders();
            if (moves && !path.startsWith(MOVED)) {
                headers.add("X-Repo-Commit", COMMIT);
                headers.add("Location", MOVED + path);
                exchange.sendResponseHeaders(307, -1);
            } else if (elsewhere != null) {
                headers.add("Location", elsewhere);
                exchange.sendResponseHeaders(302, -1);
            } else if (bytes == null) {
                exchange.sendResponseHeaders(404, -1);
            } else if (exchange.getRequestMethod().equals("HEAD") && !knowsHead) {
                exchange.sendResponseHeaders(405, -1);
            } else if (exchange.getRequestMethod().equals("HEAD")) {
                declare(headers, bytes);
                exchange.sendResponseHeaders(storage == null ? 200 : 302, -1);
            } else if (storage != null) {
                headers.add("Location", storage.url().resolve(path).toString());
                exchange.sendResponseHeaders(302, -1);
            } else if (failures-- > 0) {
                exchange.sendResponseHeaders(NOT_IN_TIME, -1);
            } else {
                send(exchange, bytes);
            }
        }
    }

    private void declare(Headers headers, byte[] bytes) {
        if (isHub) {
            if (!moves) {
                headers.add("X-Repo-Commit", COMMIT);
            }
            var checksum = declared == null ? sha256(bytes) : declared;
            boolean large = checksum.length() == 64;
            headers.add(large ? "X-Linked-ETag" : "ETag", '"' + checksum + '"');
            headers.add(
                    "X-Linked-Size",
                    "" + Objects.requireNonNullElse(declaredBytes, (long) bytes.length));
        } else {
            headers.add("ETag", tag);
            headers.add(
                    "Content-Length",
                    "" + Objects.requireNonNullElse(declaredBytes, (long) bytes.length));
        }
        if (storage != null) {
            headers.add("Location", storage.url().toString());
        }
    }

    private void send(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().add("ETag", tag);
        int from = from(exchange);
        if (from > 0 && from >= bytes.length) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        if (from > 0) {
            exchange.getResponseHeaders()
                    .add(
                            "Content-Range",
                            "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
        }
        int length = bytes.length - from;
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, chunked ? 0 : length);
        var body = exchange.getResponseBody();
        if (breaks-- > 0) {
            body.write(bytes, from, Math.min(breakAfter, length));
            body.flush();
            throw new IOException("cut, as was asked for");
        }
        if (silentAfter >= 0) {
            body.write(bytes, from, Math.min(silentAfter, length));
            body.flush();
            await();
            throw new IOException("nothing more, as was asked for");
        }
        body.write(bytes, from, length);
        body.close();
    }

    private void await() {
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int from(HttpExchange exchange) {
        var range = exchange.getRequestHeaders().getFirst("Range");
        var only = exchange.getRequestHeaders().getFirst("If-Range");
        if (range == null || !knowsRanges || (only != null && !only.equals(tag))) {
            return 0;
        }
        return Integer.parseInt(range.replaceAll("\\D", ""));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
