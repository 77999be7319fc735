package io.clipforge.fleet.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A customer's web server with one file. */
final class FileServer implements AutoCloseable {
    private final HttpServer server;
    private final Path file;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile int failures;

    private FileServer(Path file) throws IOException {
        this.file = file;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    static FileServer of(Path file) throws IOException {
        var server = new FileServer(file);
        server.server.createContext("/", server::answer);
        server.server.start();
        return server;
    }

    /** The first so many requests are answered with 503. */
    FileServer stumbling(int failures) {
        this.failures = failures;
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/talk";
    }

    int requests() {
        return requests.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (requests.incrementAndGet() <= failures) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            exchange.sendResponseHeaders(200, Files.size(file));
            Files.copy(file, exchange.getResponseBody());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
