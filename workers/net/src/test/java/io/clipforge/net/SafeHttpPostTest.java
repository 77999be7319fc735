package io.clipforge.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.clipforge.net.Unreachable.Cause;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SafeHttpPostTest {
    private static final Limits PATIENT =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
    private static final Limits HASTY =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMillis(300));

    private final Peers peers = new Peers();

    @AfterEach
    void stopPeers() throws IOException {
        peers.close();
    }

    @Test
    void aPostCarriesItsHeadersAndBodyAndNothingElse() throws Exception {
        BlockingQueue<Map<String, List<String>>> headers = new LinkedBlockingQueue<>();
        BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
        URI server =
                peers.http(exchange -> {
                    headers.add(Map.copyOf(exchange.getRequestHeaders()));
                    bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    exchange.getResponseHeaders().add("X-Answer", "first");
                    exchange.getResponseHeaders().add("X-Answer", "second");
                    answer(exchange, 201, "made");
                });
        try (SafeHttp http = new SafeHttp(Reach.ALSO_LOOPBACK, PATIENT)) {
            Response response = assertInstanceOf(Response.class, post(http, server, "ünï"));
            assertEquals(201, response.status());
            assertEquals("made", response.excerpt());
            assertEquals("first", response.header("x-answer").orElseThrow());
            assertTrue(response.took().isPositive());
        }
        assertEquals("ünï", bodies.take());
        Map<String, List<String>> sent = headers.take();
        assertEquals(List.of("42"), sent.get("Webhook-id"));
        assertEquals(List.of("ClipForge/1"), sent.get("User-agent"));
        assertNull(sent.get("Accept-encoding"));
        assertNull(sent.get("Upgrade"));
    }

    @Test
    void theExcerptEndsWhereItsBoundIsAndTheRestIsNotDrained() throws Exception {
        Peers.Scripted endless =
                peers.scripted(socket -> {
                    OutputStream out = socket.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
                    byte[] chunk = "x".repeat(8192).getBytes(UTF_8);
                    while (true) {
                        out.write(chunk);
                    }
                });
        try (SafeHttp http = new SafeHttp(Reach.ALSO_LOOPBACK, PATIENT)) {
            Response response = assertInstanceOf(Response.class, post(http, endless.url(), ""));
            assertEquals("x".repeat(Response.EXCERPT_BYTES), response.excerpt());
        }
        // the server's writes fail, since the connection was dropped
        ExecutionException end =
                assertThrows(
                        ExecutionException.class, () -> endless.end().get(10, TimeUnit.SECONDS));
        assertInstanceOf(IOException.class, end.getCause());
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() throws Exception {
        AtomicInteger followed = new AtomicInteger();
        URI elsewhere = peers.http(exchange -> followed.incrementAndGet());
        URI server =
                peers.http(exchange -> {
                    exchange.getResponseHeaders().set("Location", elsewhere.toString());
                    answer(exchange, 307, "");
                });
        try (SafeHttp http = new SafeHttp(Reach.ALSO_LOOPBACK, PATIENT)) {
            Response response = assertInstanceOf(Response.class, post(http, server, ""));
            assertEquals(307, response.status());
        }
        assertEquals(0, followed.get());
    }

    @Test
    void anAnswerReadToItsEndLeavesTheConnectionForTheNextOneButNoCookies() throws Exception {
        BlockingQueue<InetSocketAddress> clients = new LinkedBlockingQueue<>();
        BlockingQueue<Boolean> cookies = new LinkedBlockingQueue<>();
        URI server =
                peers.http(exchange -> {
                    clients.add(exchange.getRemoteAddress());
                    cookies.add(exchange.getRequestHeaders().containsKey("Cookie"));
                    exchange.getRequestBody().readAllBytes();
                    exchange.getResponseHeaders().set("Set-Cookie", "a=b; Path=/");
                    answer(exchange, 200, "fine");
                });
        try (SafeHttp http = new SafeHttp(Reach.ALSO_LOOPBACK, PATIENT)) {
            assertInstanceOf(Response.class, post(http, server, "one"));
            assertInstanceOf(Response.class, post(http, server, "two"));
        }
        assertEquals(clients.take(), clients.take());
        assertFalse(cookies.take());
        assertFalse(cookies.take());
    }

    @Test
    void loopbackIsOutOfReachUnlessAskedFor() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        URI server = peers.http(exchange -> calls.incrementAndGet());
        URI literal = URI.create("https://127.0.0.1:" + server.getPort());
        URI name = URI.create("https://localhost:" + server.getPort());
        try (SafeHttp http = new SafeHttp(Reach.PUBLIC_ONLY, PATIENT)) {
            assertInstanceOf(Forbidden.class, post(http, server, ""));
            assertInstanceOf(Forbidden.class, post(http, literal, ""));
            assertInstanceOf(Forbidden.class, post(http, name, ""));
        }
        assertEquals(0, calls.get());
    }

    @Test
    void aNameThatResolvesToPrivateAddressesIsForbiddenAndTheyAreNotTold() throws Exception {
        try (SafeHttp http = with(Reach.PUBLIC_ONLY, host -> addresses("10.0.0.7", "fd00::7"))) {
            Forbidden forbidden =
                    assertInstanceOf(
                            Forbidden.class,
                            post(http, URI.create("https://intranet.example/"), ""));
            assertEquals("the host has no public address", forbidden.reason());
        }
    }

    @Test
    void plainHttpNeverLeavesTheMachine() throws Exception {
        try (SafeHttp http = with(Reach.ALSO_LOOPBACK, host -> addresses("8.8.8.8"))) {
            assertInstanceOf(Forbidden.class, post(http, URI.create("http://hooks.example/"), ""));
        }
    }

    @Test
    void ofSeveralAddressesOnlyThoseWithinReachAreDialled() throws Exception {
        URI server = peers.http(exchange -> answer(exchange, 200, "fine"));
        URI name = URI.create("http://mixed.example:" + server.getPort());
        try (SafeHttp http =
                with(Reach.ALSO_LOOPBACK, host -> addresses("10.255.255.1", "127.0.0.1"))) {
            Response response = assertInstanceOf(Response.class, post(http, name, ""));
            // the private one would have cost five seconds of connecting
            assertTrue(response.took().toMillis() < 4_000, response::toString);
        }
    }

    @Test
    void theAddressThatWasCheckedIsTheOneThatIsDialled() throws Exception {
        InetSocketAddress first = new InetSocketAddress("127.0.0.2", 0);
        URI good = peers.http(first, exchange -> answer(exchange, 200, "checked"));
        AtomicInteger lookups = new AtomicInteger();
        CheckedDns.Names rebinding =
                host -> addresses(lookups.getAndIncrement() == 0 ? "127.0.0.2" : "10.255.255.1");
        try (SafeHttp http = with(Reach.ALSO_LOOPBACK, rebinding)) {
            URI name = URI.create("http://rebinding.example:" + good.getPort());
            Response response = assertInstanceOf(Response.class, post(http, name, ""));
            assertEquals("checked", response.excerpt());
            assertEquals(1, lookups.get());
        }
    }

    @Test
    void anUnknownNameIsUnreachable() throws Exception {
        CheckedDns.Names nobody =
                host -> {
                    throw new UnknownHostException(host);
                };
        try (SafeHttp http = with(Reach.PUBLIC_ONLY, nobody)) {
            assertEquals(Cause.DNS, cause(post(http, URI.create("https://nobody.example/"), "")));
        }
    }

    @Test
    void aClosedPortIsUnreachable() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        try (SafeHttp http = new SafeHttp(Reach.ALSO_LOOPBACK, PATIENT)) {
            URI url = URI.create("http://127.0.0.1:" + port);
            assertEquals(Cause.CONNECT, cause(post(http, url, "")));
        }
    }

    @Test
    void aServerThatSaysNothingRunsIntoTheLimitAndIsHungUpOn() throws Exception {
        Peers.Scripted mute =
                peers.scripted(socket -> assertEquals(-1, socket.getInputStream().read()));
        try (SafeHttp http = new SafeHttp(Reach.ALSO_LOOPBACK, HASTY)) {
            assertEquals(Cause.TIMEOUT, cause(post(http, mute.url(), "")));
            mute.end().get();
        }
    }

    @Test
    void silenceHasALimitOfItsOwn() throws Exception {
        Peers.Scripted mute =
                peers.scripted(socket -> assertEquals(-1, socket.getInputStream().read()));
        Limits impatient =
                new Limits(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofMinutes(5));
        try (SafeHttp http = new SafeHttp(Reach.ALSO_LOOPBACK, impatient)) {
            assertEquals(Cause.TIMEOUT, cause(post(http, mute.url(), "")));
        }
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
        try (SafeHttp http = new SafeHttp(Reach.ALSO_LOOPBACK, HASTY)) {
            assertEquals(Cause.TIMEOUT, cause(post(http, dripping.url(), "")));
        } finally {
            over.countDown();
        }
    }

    @Test
    void headersThatNeverEndAreBroken() throws Exception {
        Peers.Scripted chatty =
                peers.scripted(socket -> {
                    OutputStream out = socket.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
                    while (true) {
                        out.write("X-More: and more\r\n".getBytes(UTF_8));
                    }
                });
        Peers.Scripted stretched =
                peers.scripted(socket -> {
                    OutputStream out = socket.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(UTF_8));
                    while (true) {
                        out.write("and longer ".getBytes(UTF_8));
                    }
                });
        try (SafeHttp http = new SafeHttp(Reach.ALSO_LOOPBACK, PATIENT)) {
            assertEquals(Cause.BROKEN, cause(post(http, chatty.url(), "")));
            assertEquals(Cause.BROKEN, cause(post(http, stretched.url(), "")));
        }
    }

    @Test
    void somethingThatIsNotHttpIsBroken() throws Exception {
        Peers.Scripted ssh =
                peers.scripted(
                        socket -> socket.getOutputStream().write("SSH-2.0-x\r\n".getBytes(UTF_8)));
        Peers.Scripted hangUp = peers.scripted(socket -> {});
        try (SafeHttp http = new SafeHttp(Reach.ALSO_LOOPBACK, PATIENT)) {
            assertEquals(Cause.BROKEN, cause(post(http, ssh.url(), "")));
            assertEquals(Cause.BROKEN, cause(post(http, hangUp.url(), "")));
        }
    }

    @Test
    void anInterruptEndsThePostAndHangsUp() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Peers.Scripted mute =
                peers.scripted(socket -> {
                    asked.countDown();
                    assertEquals(-1, socket.getInputStream().read());
                });
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        try (SafeHttp http = new SafeHttp(Reach.ALSO_LOOPBACK, PATIENT)) {
            Thread caller =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    post(http, mute.url(), "");
                                } catch (InterruptedException interrupt) {
                                    thrown.complete(interrupt);
                                }
                            });
            asked.await();
            caller.interrupt();
            assertInstanceOf(InterruptedException.class, thrown.get(10, TimeUnit.SECONDS));
            mute.end().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void theProxyOfTheSystemIsIgnored() throws Exception {
        URI server = peers.http(exchange -> answer(exchange, 200, "direct"));
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", "1");
        System.setProperty("http.nonProxyHosts", "");
        try (SafeHttp http = new SafeHttp(Reach.ALSO_LOOPBACK, PATIENT)) {
            Response response = assertInstanceOf(Response.class, post(http, server, ""));
            assertEquals("direct", response.excerpt());
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
            System.clearProperty("http.nonProxyHosts");
        }
    }

    private static SafeHttp with(Reach reach, CheckedDns.Names names) throws Exception {
        return new SafeHttp(reach, PATIENT, names, SSLContext.getDefault());
    }

    private static PostOutcome post(SafeHttp http, URI target, String body)
            throws InterruptedException {
        return http.post(target, Map.of("webhook-id", "42"), body.getBytes(UTF_8));
    }

    private static Cause cause(PostOutcome outcome) {
        return assertInstanceOf(Unreachable.class, outcome).cause();
    }

    private static InetAddress[] addresses(String... literals) {
        return Arrays.stream(literals).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
