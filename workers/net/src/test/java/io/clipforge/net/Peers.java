package io.clipforge.net;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;

/** Real servers on the loopback interface, gone when the test is. */
final class Peers implements Closeable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Closeable> open = new ArrayList<>();

    /** An HTTP server; answers its base URL. */
    URI http(HttpHandler handler) throws IOException {
        return http(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), handler);
    }

    URI http(InetSocketAddress address, HttpHandler handler) throws IOException {
        return start("http", HttpServer.create(address, 0), handler);
    }

    URI https(SSLContext tls, HttpHandler handler) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return start("https", server, handler);
    }

    private URI start(String scheme, HttpServer server, HttpHandler handler) {
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
        open.add(() -> server.stop(0));
        InetSocketAddress bound = server.getAddress();
        return URI.create(
                scheme + "://" + bound.getAddress().getHostAddress() + ":" + bound.getPort());
    }

    /** Takes one connection, reads the head of a request and goes on as the script says. */
    Scripted scripted(Script script) throws IOException {
        ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        open.add(listener);
        Future<?> end =
                threads.submit(() -> {
                    try (Socket socket = listener.accept()) {
                        readHead(socket);
                        script.play(socket);
                    }
                    return null;
                });
        return new Scripted(URI.create("http://127.0.0.1:" + listener.getLocalPort()), end);
    }

    private static void readHead(Socket socket) throws IOException {
        BufferedReader head =
                new BufferedReader(
                        new InputStreamReader(
                                socket.getInputStream(), StandardCharsets.ISO_8859_1));
        for (String line = head.readLine(); !"".equals(line); line = head.readLine()) {
            if (line == null) {
                throw new IOException("the client went away before its request was complete");
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : open) {
            each.close();
        }
        threads.shutdownNow();
    }

    @FunctionalInterface
    interface Script {
        void play(Socket socket) throws Exception;
    }

    /**
     * @param end completes when the script is over, with what it threw
     */
    record Scripted(URI url, Future<?> end) {}
}
