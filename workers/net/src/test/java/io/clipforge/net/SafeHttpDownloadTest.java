package io.clipforge.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.clipforge.net.Unreachable.Cause;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SafeHttpDownloadTest {
    private static final Limits PATIENT =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
    private static final byte[] VIDEO = new byte[300_000];

    static {
        new Random(7).nextBytes(VIDEO);
    }

    private final Peers peers = new Peers();
    private final SafeHttp http = new SafeHttp(Reach.ALSO_LOOPBACK, PATIENT);
    @TempDir private Path folder;

    @AfterEach
    void stop() throws IOException {
        http.close();
        peers.close();
    }

    @Test
    void theBodyLandsInTheFileWithProgressOnTheWay() throws Exception {
        URI server = peers.http(exchange -> answer(exchange, 200, VIDEO));
        List<Long> seen = new ArrayList<>();
        DownloadOutcome outcome =
                http.download(
                        server,
                        target(),
                        VIDEO.length,
                        (bytes, expected) -> {
                            assertEquals(VIDEO.length, expected);
                            seen.add(bytes);
                        });
        Downloaded downloaded = assertInstanceOf(Downloaded.class, outcome);
        assertEquals(VIDEO.length, downloaded.bytes());
        assertEquals(server, downloaded.source());
        assertArrayEquals(VIDEO, Files.readAllBytes(target()));
        assertEquals(VIDEO.length, seen.getLast());
        assertTrue(seen.size() > 1);
    }

    @Test
    void aFileThatLayThereIsReplaced() throws Exception {
        URI server = peers.http(exchange -> answer(exchange, 200, "new".getBytes(UTF_8)));
        Files.writeString(target(), "much older and longer");
        assertInstanceOf(Downloaded.class, download(server, 100));
        assertEquals("new", Files.readString(target()));
    }

    @Test
    void whatIsZippedStaysZipped() throws Exception {
        URI server =
                peers.http(exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    answer(exchange, 200, VIDEO);
                });
        assertInstanceOf(Downloaded.class, download(server, VIDEO.length));
        assertArrayEquals(VIDEO, Files.readAllBytes(target()));
    }

    @Test
    void redirectsAreFollowedRelativeOnesToo() throws Exception {
        URI server =
                peers.http(exchange -> {
                    switch (exchange.getRequestURI().toString()) {
                        case "/a/start?x=1" -> redirect(exchange, 302, "next");
                        case "/a/next" -> redirect(exchange, 308, "/end");
                        default -> answer(exchange, 200, VIDEO);
                    }
                });
        DownloadOutcome outcome = download(server.resolve("/a/start?x=1"), VIDEO.length);
        assertEquals(server.resolve("/end"), assertInstanceOf(Downloaded.class, outcome).source());
    }

    @Test
    void fiveRedirectsAreFollowedAndNoSixth() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        URI server =
                peers.http(exchange -> {
                    calls.incrementAndGet();
                    int left = Integer.parseInt(exchange.getRequestURI().getQuery());
                    if (left == 0) {
                        answer(exchange, 200, VIDEO);
                    } else {
                        redirect(exchange, 301, "/?" + (left - 1));
                    }
                });
        assertInstanceOf(Downloaded.class, download(server.resolve("/?5"), VIDEO.length));
        assertEquals(6, calls.getAndSet(0));
        assertEquals(Cause.REDIRECTS, cause(download(server.resolve("/?6"), VIDEO.length)));
        assertEquals(6, calls.get());
        assertNothingIsLeft();
    }

    @Test
    void everyRedirectIsJudgedAnew() throws Exception {
        List<String> bad =
                List.of(
                        "https://10.0.0.1/",
                        "https://169.254.169.254/latest/meta-data",
                        "http://8.8.8.8/",
                        "file:///etc/passwd",
                        "https://[::ffff:10.0.0.1]/",
                        "//192.168.0.1/");
        for (String location : bad) {
            URI server = peers.http(exchange -> redirect(exchange, 302, location));
            assertInstanceOf(Forbidden.class, download(server, VIDEO.length), location);
            assertNothingIsLeft();
        }
    }

    @Test
    void aRedirectWithoutAUsableTargetIsABadStatus() throws Exception {
        URI server = peers.http(exchange -> redirect(exchange, 302, "http://[broken"));
        assertEquals(new BadStatus(302), download(server, VIDEO.length));
        URI nowhere = peers.http(exchange -> answer(exchange, 302, new byte[0]));
        assertEquals(new BadStatus(302), download(nowhere, VIDEO.length));
        assertNothingIsLeft();
    }

    @Test
    void anythingButTwoHundredIsABadStatus() throws Exception {
        for (int status : List.of(204, 206, 304, 401, 404, 500)) {
            URI server = peers.http(exchange -> answer(exchange, status, new byte[0]));
            assertEquals(new BadStatus(status), download(server, VIDEO.length));
            assertNothingIsLeft();
        }
    }

    @Test
    void whatAnnouncesTooMuchIsNotRead() throws Exception {
        AtomicInteger heard = new AtomicInteger();
        URI server = peers.http(exchange -> answer(exchange, 200, VIDEO));
        DownloadOutcome outcome =
                http.download(
                        server, target(), VIDEO.length - 1L, (_, _) -> heard.incrementAndGet());
        assertEquals(new TooLarge(VIDEO.length - 1L), outcome);
        assertEquals(0, heard.get());
        assertNothingIsLeft();
    }

    @Test
    void whatSendsTooMuchIsCutOff() throws Exception {
        Peers.Scripted endless =
                peers.scripted(socket -> {
                    OutputStream out = socket.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
                    while (true) {
                        out.write(VIDEO);
                    }
                });
        assertEquals(new TooLarge(1_000_000), download(endless.url(), 1_000_000));
        assertThrows(Exception.class, () -> endless.end().get(10, TimeUnit.SECONDS));
        assertNothingIsLeft();
    }

    @Test
    void aBodyThatEndsTooEarlyIsBroken() throws Exception {
        Peers.Scripted cut =
                peers.scripted(socket ->
                        socket.getOutputStream()
                                .write(
                                        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour"
                                                .getBytes(UTF_8)));
        assertEquals(Cause.BROKEN, cause(download(cut.url(), 100)));
        assertNothingIsLeft();
    }

    @Test
    void aBodyThatDripsRunsIntoTheTotalLimit() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        Peers.Scripted dripping =
                peers.scripted(socket -> {
                    OutputStream out = socket.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
                    while (!over.await(20, TimeUnit.MILLISECONDS)) {
                        out.write('x');
                    }
                });
        Limits hasty =
                new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMillis(300));
        try (SafeHttp hurried = new SafeHttp(Reach.ALSO_LOOPBACK, hasty)) {
            DownloadOutcome outcome =
                    hurried.download(dripping.url(), target(), 1_000, (_, _) -> {});
            assertEquals(Cause.TIMEOUT, cause(outcome));
        } finally {
            over.countDown();
        }
        assertNothingIsLeft();
    }

    @Test
    void aListenerThatThrowsEndsTheDownload() throws Exception {
        URI server = peers.http(exchange -> answer(exchange, 200, VIDEO));
        Progress cancelling =
                (_, _) -> {
                    throw new CancellationException("enough");
                };
        assertThrows(
                CancellationException.class,
                () -> http.download(server, target(), VIDEO.length, cancelling));
        assertNothingIsLeft();
    }

    @Test
    void aDiskThatFailsIsNotTheServersFault() throws Exception {
        URI server = peers.http(exchange -> answer(exchange, 200, VIDEO));
        Path nowhere = folder.resolve("missing/file");
        assertThrows(
                NoSuchFileException.class,
                () -> http.download(server, nowhere, VIDEO.length, (_, _) -> {}));
        Path full = Path.of("/dev/full");
        assertTrue(Files.exists(full), "this test needs Linux");
        Path link = Files.createSymbolicLink(target(), full);
        IOException disk =
                assertThrows(
                        IOException.class,
                        () -> http.download(server, link, VIDEO.length, (_, _) -> {}));
        assertEquals("No space left on device", disk.getMessage());
        assertNothingIsLeft();
    }

    private Path target() {
        return folder.resolve("video.mp4");
    }

    private DownloadOutcome download(URI source, long maxBytes) throws Exception {
        return http.download(source, target(), maxBytes, (_, _) -> {});
    }

    private void assertNothingIsLeft() {
        assertFalse(Files.exists(target()));
    }

    private static Cause cause(DownloadOutcome outcome) {
        return assertInstanceOf(Unreachable.class, outcome).cause();
    }

    private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        answer(exchange, status, new byte[0]);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
