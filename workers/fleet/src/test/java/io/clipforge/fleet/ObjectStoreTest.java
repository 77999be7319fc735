package io.clipforge.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStoreTest {
    @TempDir static Path objects;

    private static ThrowawayStorage storage;
    private static ObjectStore store;

    @TempDir Path folder;

    @BeforeAll
    static void open() throws Exception {
        storage = new ThrowawayStorage(objects);
        store = new ObjectStore(storage.settings());
    }

    @AfterAll
    static void close() throws IOException {
        store.close();
        storage.close();
    }

    @Test
    void aFileComesBackAsItWent() throws Exception {
        var content = new byte[20 << 20];
        new Random(1).nextBytes(content);
        var sent = Files.write(folder.resolve("sent"), content);

        store.upload("a/b c/ü.bin", sent, "application/octet-stream");
        store.download("a/b c/ü.bin", folder.resolve("received"));

        assertEquals(-1, Files.mismatch(sent, folder.resolve("received")));
    }

    @Test
    void aStretchIsFetchedWithoutTheRest() throws Exception {
        store.write("digits", "0123456789".getBytes(UTF_8), "text/plain");

        assertEquals("345", range(store, "digits", 3, 3));
        assertEquals("89", range(store, "digits", 8, 100));
        assertEquals("", range(store, "digits", 10, 5));
        assertEquals("", range(store, "digits", 900, 5));
        assertEquals("", range(store, "digits", 3, 0));
        assertThrows(FileNotFoundException.class, () -> range(store, "nothing", 0, 5));
    }

    @Test
    void aServerThatKnowsNoRangesIsUnderstoodToo() throws Exception {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 10);
                    exchange.getResponseBody().write("0123456789".getBytes(UTF_8));
                    exchange.close();
                });
        server.start();
        try (var simple = new ObjectStore(settings(server.getAddress().getPort()))) {
            assertEquals("345", range(simple, "digits", 3, 3));
            assertEquals("89", range(simple, "digits", 8, 100));
            assertEquals("", range(simple, "digits", 900, 5));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anEmptyFileIsAFile() throws Exception {
        store.upload("empty", Files.createFile(folder.resolve("sent")), "text/plain");
        store.download("empty", folder.resolve("received"));

        assertEquals(0, Files.size(folder.resolve("received")));
    }

    @Test
    void aDocumentComesBackAsItWent() throws Exception {
        store.write("a.json", "{}".getBytes(UTF_8), "application/json");

        assertArrayEquals("{}".getBytes(UTF_8), store.read("a.json"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThrows(FileNotFoundException.class, () -> store.read("nothing"));
        assertThrows(
                FileNotFoundException.class,
                () -> store.download("nothing", folder.resolve("received")));
        assertFalse(Files.exists(folder.resolve("received")));
    }

    @Test
    void deletingIsRepeatable() throws Exception {
        store.write("deleted", new byte[1], "text/plain");

        store.delete("deleted");
        store.delete("deleted");

        assertThrows(FileNotFoundException.class, () -> store.read("deleted"));
    }

    @Test
    void aWrongSecretIsAFailureOfTheStore() {
        var right = storage.settings();
        var wrong =
                new StorageSettings(
                        right.endpoint(), right.region(), right.bucket(), "key", "guessed");
        try (var stranger = new ObjectStore(wrong)) {
            var failure = assertThrows(IOException.class, () -> stranger.read("a"));
            assertFalse(failure instanceof FileNotFoundException);
        }
    }

    @Test
    void anInterruptEndsATransferThatHangs() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var stuck = new ObjectStore(settings(silent.getLocalPort()))) {
            var ended = new CompletableFuture<Throwable>();
            var reader =
                    Thread.ofVirtual()
                            .start(() ->
                                    ended.complete(
                                            assertThrows(Throwable.class, () -> stuck.read("a"))));
            silent.accept();
            reader.interrupt();

            var failure = ended.get(5, TimeUnit.SECONDS);
            assertTrue(failure instanceof InterruptedException, failure::toString);
        }
    }

    @Test
    void keysAreNotPrinted() {
        assertFalse(storage.settings().toString().contains("secret"));
    }

    private String range(ObjectStore from, String key, long offset, long length) throws Exception {
        var file = folder.resolve("range");
        from.downloadRange(key, offset, length, file);
        return Files.readString(file);
    }

    private static StorageSettings settings(int port) {
        var endpoint = URI.create("http://127.0.0.1:" + port);
        return new StorageSettings(endpoint, "us-east-1", "b", "key", "secret");
    }
}
