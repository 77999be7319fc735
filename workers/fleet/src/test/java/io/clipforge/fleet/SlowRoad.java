package io.clipforge.fleet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy before an S3 server. It takes the first upload as a whole and hands it on by itself when
 * a deletion has gone by: also when nobody waits for it any more. All else goes through at once.
 */
final class SlowRoad implements AutoCloseable {
    /** All of the upload is here. */
    final CountDownLatch held = new CountDownLatch(1);

    /** The server has stored the upload. */
    final CountDownLatch arrived = new CountDownLatch(1);

    private final CountDownLatch deleted = new CountDownLatch(1);
    private final ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final StorageSettings exit;

    SlowRoad(StorageSettings exit) throws IOException {
        this.exit = exit;
        threads.execute(this::accept);
    }

    StorageSettings settings() {
        return new StorageSettings(
                URI.create("http://127.0.0.1:" + entry.getLocalPort()),
                exit.region(),
                exit.bucket(),
                exit.accessKey(),
                exit.secretKey());
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                var client = entry.accept();
                threads.execute(() -> carry(client));
            } catch (IOException _) { // closed
                return;
            }
        }
    }

    /** One request for each connection. */
    private void carry(Socket client) {
        try (client) {
            var head = head(client.getInputStream());
            if (head.toLowerCase(Locale.ROOT).contains("expect: 100-continue")) {
                client.getOutputStream().write(ascii("HTTP/1.1 100 Continue\r\n\r\n"));
            }
            var body = client.getInputStream().readNBytes(length(head));
            boolean upload = head.startsWith("PUT ");
            if (upload) {
                held.countDown();
                deleted.await();
            }
            var answer = ask(head, body);
            if (upload) {
                arrived.countDown();
            }
            client.getOutputStream().write(answer);
            if (head.startsWith("DELETE ")) {
                deleted.countDown();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] ask(String head, byte[] body) throws IOException {
        var endpoint = Objects.requireNonNull(exit.endpoint());
        try (var server = new Socket(endpoint.getHost(), endpoint.getPort())) {
            var request = new ByteArrayOutputStream();
            request.write(ascii(head.replaceAll("(?im)^(expect|connection): .*\r\n", "")));
            request.write(ascii("Connection: close\r\n\r\n"));
            request.write(body);
            server.getOutputStream().write(request.toByteArray());
            return server.getInputStream().readAllBytes();
        }
    }

    /** Without the empty line at its end. */
    private static String head(InputStream input) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) input.read());
        }
        return head.substring(0, head.length() - 2);
    }

    private static int length(String head) {
        return head.lines()
                .filter(it -> it.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(it -> Integer.parseInt(it.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        entry.close();
        threads.shutdownNow();
    }
}
