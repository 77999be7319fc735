package io.clipforge.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SafeHttpTlsTest {
    private static final Limits PATIENT =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Peers peers = new Peers();
    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SSLContext known;

    private int port;

    @BeforeEach
    void startAServerThatIsHooksExample() throws Exception {
        known = certificateFor("hooks.example");
        port =
                peers.https(
                                known,
                                exchange -> {
                                    exchange.getRequestBody().readAllBytes();
                                    exchange.sendResponseHeaders(204, -1);
                                    exchange.close();
                                })
                        .getPort();
    }

    @AfterEach
    void stop() throws IOException {
        peers.close();
    }

    @Test
    void aServerThatProvesItsNameIsTrusted() throws Exception {
        assertEquals(204, assertInstanceOf(Response.class, post("hooks.example", known)).status());
    }

    @Test
    void aCertificateOfAnotherNameIsRefused() throws Exception {
        Unreachable unreachable = assertInstanceOf(Unreachable.class, post("other.example", known));
        assertEquals(Unreachable.Cause.TLS, unreachable.cause());
        assertTrue(unreachable.reason().contains("other.example"), unreachable::reason);
    }

    @Test
    void aCertificateNobodyVouchesForIsRefused() throws Exception {
        Unreachable unreachable =
                assertInstanceOf(Unreachable.class, post("hooks.example", SSLContext.getDefault()));
        assertEquals(Unreachable.Cause.TLS, unreachable.cause());
    }

    private PostOutcome post(String host, SSLContext trust) throws InterruptedException {
        CheckedDns.Names here = _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
        try (SafeHttp http = new SafeHttp(Reach.ALSO_LOOPBACK, PATIENT, here, trust)) {
            URI url = URI.create("https://" + host + ":" + port + "/");
            return http.post(url, Map.of(), "{}".getBytes(UTF_8));
        }
    }

    private SSLContext certificateFor(String host) throws Exception {
        Path store = folder.resolve(host + ".p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                                "-genkeypair",
                                "-alias",
                                "test",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + host,
                                "-ext",
                                "san=dns:" + host,
                                "-validity",
                                "1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                new String(PASSWORD))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, keytool.waitFor(), said);
        return identity(store);
    }

    /** Shows the certificate of the store and trusts no other. */
    private static SSLContext identity(Path store) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, PASSWORD);
        anchors.setCertificateEntry("test", keys.getCertificate("test"));
        trusted.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
