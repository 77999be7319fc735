package io.clipforge.sdk;

import static io.clipforge.sdk.FakeApi.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.sdk.errors.StorageException;
import io.clipforge.sdk.model.Rendition;
import io.clipforge.sdk.resources.RenditionFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    private final FakeApi api = new FakeApi();
    private final byte[] content = new byte[300_000];
    @TempDir Path folder;

    DownloadTest() {
        new Random(3).nextBytes(content);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aFileArrivesWithItsProgress() throws IOException {
        api.on("GET /clip", bytes(200, "video/mp4", content));
        List<Long> heard = new ArrayList<>();

        api.client()
                .download(
                        clip(),
                        target(),
                        (done, total) -> {
                            assertEquals(content.length, total);
                            heard.add(done);
                        });

        assertArrayEquals(content, Files.readAllBytes(target()));
        assertEquals(content.length, heard.get(heard.size() - 1));
        assertEquals("", api.seen.get(0).header("Authorization"));
        assertEquals(List.of(target()), files());
    }

    @Test
    void aCutDownloadGoesOnWhereItBroke() throws IOException {
        byte[] rest = Arrays.copyOfRange(content, 100_000, content.length);
        api.on("GET /clip", cutAfter(100_000), bytes(206, "video/mp4", rest, "ETag", "\"v1\""));

        api.client().download(clip(), target());

        assertArrayEquals(content, Files.readAllBytes(target()));
        assertEquals("bytes=100000-", api.seen.get(1).header("Range"));
        assertEquals("\"v1\"", api.seen.get(1).header("If-Range"));
    }

    @Test
    void aFileThatHasChangedMeanwhileComesFromItsBeginning() throws IOException {
        byte[] other = "another file".getBytes(StandardCharsets.UTF_8);
        api.on("GET /clip", cutAfter(100_000), bytes(200, "video/mp4", other, "ETag", "\"v2\""));

        api.client().download(clip(), target());

        assertArrayEquals(other, Files.readAllBytes(target()));
    }

    @Test
    void anExpiredAddressIsReportedAndLeavesTheOldFileAlone() throws IOException {
        api.on("GET /clip", bytes(403, "application/xml", new byte[0]));
        Files.writeString(target(), "old");

        StorageException expired =
                assertThrows(StorageException.class, () -> api.client().download(clip(), target()));

        assertEquals(403, expired.status());
        assertEquals(1, api.seen.size());
        assertFalse(expired.toString().contains("secret"), expired.toString());
        assertEquals("old", Files.readString(target()));
    }

    @Test
    void aFolderThatIsNotThereIsReported() {
        api.on("GET /clip", bytes(200, "video/mp4", content));

        assertThrows(
                UncheckedIOException.class,
                () -> api.client().download(clip(), folder.resolve("none/clip.mp4")));
    }

    @Test
    void aRenditionComesWithItsCompanions() throws IOException {
        for (String name : List.of("clip", "srt", "vtt", "jpg")) {
            api.on("GET /" + name, bytes(200, "video/mp4", name.getBytes(StandardCharsets.UTF_8)));
        }
        Rendition rendition =
                new Rendition()
                        .url(clip())
                        .srtUrl(URI.create(api.url() + "/srt"))
                        .vttUrl(URI.create(api.url() + "/vtt"))
                        .thumbnailUrl(URI.create(api.url() + "/jpg"));

        RenditionFiles files =
                api.client()
                        .exports()
                        .download(rendition, folder, "01-9x16", ProgressListener.NONE);

        assertEquals("clip", Files.readString(files.video()));
        assertEquals("srt", Files.readString(files.srt()));
        assertEquals("vtt", Files.readString(files.vtt()));
        assertEquals("jpg", Files.readString(files.thumbnail()));
        assertTrue(files.thumbnail().endsWith("01-9x16.jpg"));
    }

    private FakeApi.Answer cutAfter(int count) {
        return exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, count);
            exchange.getResponseBody().flush();
            throw new IOException("cut on purpose");
        };
    }

    private URI clip() {
        return URI.create(api.url() + "/clip?X-Amz-Signature=secret");
    }

    private Path target() {
        return folder.resolve("clip.mp4");
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
