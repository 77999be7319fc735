package io.clipforge.sdk;

import static io.clipforge.sdk.FakeApi.bytes;
import static io.clipforge.sdk.FakeApi.hangUp;
import static io.clipforge.sdk.FakeApi.json;
import static io.clipforge.sdk.FakeApi.problem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.clipforge.sdk.errors.BadRequestException;
import io.clipforge.sdk.errors.ConflictException;
import io.clipforge.sdk.errors.StorageException;
import io.clipforge.sdk.model.Ingest;
import io.clipforge.sdk.model.Upload;
import io.clipforge.sdk.model.UploadSource;
import io.clipforge.sdk.model.UploadStatus;
import io.clipforge.sdk.resources.UploadOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads against a storage on the same server: part n is put at {@code /storage/n}. */
class UploadTest {
    private static final int PART = 50_000;
    private static final String FAR = "2026-11-21T10:30:00Z";

    private final FakeApi api = new FakeApi();
    @TempDir Path folder;
    private Path file = Path.of("");
    private byte[] content = {};

    @BeforeEach
    void aFileOfThirteenParts() throws IOException {
        content = new byte[12 * PART + 123];
        new Random(7).nextBytes(content);
        file = Files.write(folder.resolve("talk.mp4"), content);
        api.on("POST /v1/uploads", json(201, upload("open", 10, FAR)));
        api.on("POST /v1/uploads/upl_1/parts", this::moreParts);
        api.on("POST /v1/uploads/upl_1/complete", json(200, upload("completed", 0, FAR)));
        api.on("POST /v1/uploads/upl_1/abort", json(200, upload("aborted", 0, FAR)));
        for (int part = 1; part <= 13; part++) {
            api.on("PUT /storage/" + part, stored(part));
        }
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void anUploadThatBrokeOffGoesOnInAnotherProcess() throws IOException {
        Path resume = folder.resolve("talk.upload");
        UploadOptions options =
                UploadOptions.defaults().withParallelParts(1).withResumeFile(resume);
        api.on("PUT /storage/7", problem(400, "broken"), stored(7));
        api.on("GET /v1/uploads/upl_1", json(200, upload("open", 0, FAR)));
        assertThrows(StorageException.class, () -> upload(options));
        assertTrue(Files.exists(resume));
        assertEquals(List.of(), api.seen("POST /v1/uploads/upl_1/abort"));

        upload(options);

        assertArrayEquals(content, arrived());
        assertEquals(1, api.seen("POST /v1/uploads").size());
        assertEquals(1, api.seen("PUT /storage/3").size());
        JsonNode completed =
                Contract.json(api.seen("POST /v1/uploads/upl_1/complete").get(0).body());
        assertEquals(13, completed.path("parts").size());
        assertFalse(Files.exists(resume));
    }

    @Test
    void anUploadThatWasCompletedUnheardIsNotSentAgain() {
        Path resume = folder.resolve("talk.upload");
        UploadOptions options = UploadOptions.defaults().withResumeFile(resume);
        api.on("POST /v1/uploads/upl_1/complete", problem(400, "broken"));
        api.on("GET /v1/uploads/upl_1", json(200, upload("completed", 0, FAR)));
        assertThrows(BadRequestException.class, () -> upload(options));

        assertEquals(UploadStatus.COMPLETED, upload(options).getStatus());

        assertEquals(1, api.seen("POST /v1/uploads").size());
        assertEquals(1, api.seen("PUT /storage/3").size());
        assertFalse(Files.exists(resume));
    }

    @Test
    void anUploadBeginsAnewWhenTheFileHasChangedOrTheUploadIsOver() throws IOException {
        UploadOptions options =
                UploadOptions.defaults().withResumeFile(folder.resolve("talk.upload"));
        api.on("PUT /storage/7", problem(400, "broken"), stored(7));
        api.on("GET /v1/uploads/upl_1", json(200, upload("aborted", 0, FAR)));
        assertThrows(StorageException.class, () -> upload(options));

        upload(options);
        assertEquals(2, api.seen("POST /v1/uploads").size());

        api.on("PUT /storage/7", problem(400, "broken"), stored(7));
        assertThrows(StorageException.class, () -> upload(options));
        content[0]++;
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        upload(options);
        assertEquals(4, api.seen("POST /v1/uploads").size());
        assertArrayEquals(content, arrived());
    }

    private Upload upload(UploadOptions options) {
        return api.client().uploads().upload(file, options, ProgressListener.NONE);
    }

    @Test
    void aFileArrivesByteForByte() {
        Upload upload = api.client().uploads().upload(file);

        assertEquals("completed", upload.getStatus().getValue());
        assertArrayEquals(content, arrived());
        JsonNode announced = Contract.json(api.seen("POST /v1/uploads").get(0).body());
        assertEquals("talk.mp4", announced.path("filename").asText());
        assertEquals(content.length, announced.path("size_bytes").asLong());
        assertFalse(announced.has("sha256"));
        JsonNode completion =
                Contract.json(api.seen("POST /v1/uploads/upl_1/complete").get(0).body());
        assertEquals(
                IntStream.rangeClosed(1, 13)
                        .mapToObj(n -> n + "=\"tag" + n + "\"")
                        .collect(Collectors.toSet()),
                completion.path("parts").findParents("etag").stream()
                        .map(part ->
                                part.path("part_number").asInt() + "=" + part.path("etag").asText())
                        .collect(Collectors.toSet()));
    }

    @Test
    void theStorageNeverSeesTheKey() {
        api.client().uploads().upload(file);

        List<FakeApi.Seen> puts = api.seen("PUT /storage/1");
        assertEquals(1, puts.size());
        assertEquals("", puts.get(0).header("Authorization"));
        assertEquals(String.valueOf(PART), puts.get(0).header("Content-Length"));
    }

    @Test
    void partsTravelSideBySide() {
        CyclicBarrier both = new CyclicBarrier(2);
        api.on("PUT /storage/1", exchange -> meet(both, stored(1), exchange));
        api.on("PUT /storage/2", exchange -> meet(both, stored(2), exchange));

        api.client()
                .uploads()
                .upload(file, UploadOptions.defaults().withParallelParts(2), ProgressListener.NONE);
        assertArrayEquals(content, arrived());
    }

    @Test
    void aPartThatFailsIsSentAgain() {
        api.on("PUT /storage/2", hangUp(), stored(2));
        api.on("PUT /storage/13", bytes(503, "application/xml", new byte[0]), stored(13));

        api.client().uploads().upload(file);

        assertEquals(2, api.seen("PUT /storage/2").size());
        assertArrayEquals(content, arrived());
        assertTrue(api.seen("POST /v1/uploads/upl_1/abort").isEmpty());
    }

    @Test
    void anAddressThatHasExpiredIsReplaced() {
        api.on("POST /v1/uploads", json(201, upload("open", 10, "2026-11-21T09:30:59Z")));
        api.client().uploads().upload(file);

        assertTrue(api.seen("PUT /storage/1").get(0).uri().getQuery().contains("fresh"));
        assertArrayEquals(content, arrived());
    }

    @Test
    void anAddressTheStorageRefusesIsReplaced() {
        api.on("PUT /storage/3", bytes(403, "application/xml", new byte[0]), stored(3));
        api.client().uploads().upload(file);

        List<FakeApi.Seen> puts = api.seen("PUT /storage/3");
        assertFalse(puts.get(0).uri().getQuery().contains("fresh"));
        assertTrue(puts.get(1).uri().getQuery().contains("fresh"));
    }

    @Test
    void progressNeverFallsAndEndsWithTheWholeFile() {
        api.on("PUT /storage/2", hangUp(), stored(2));
        List<Long> heard = Collections.synchronizedList(new ArrayList<>());

        api.client()
                .uploads()
                .upload(
                        file,
                        (done, total) -> {
                            assertEquals(content.length, total);
                            heard.add(done);
                        });

        assertEquals(heard.stream().sorted().distinct().toList(), heard);
        assertEquals(content.length, heard.get(heard.size() - 1));
        assertTrue(heard.size() > 13, heard.toString());
    }

    @Test
    void theChecksumIsAnnouncedWhenWanted() throws Exception {
        api.client()
                .uploads()
                .upload(
                        file,
                        UploadOptions.defaults()
                                .withChecksum(true)
                                .withContentType("video/mp4")
                                .withProjectId("prj_1"),
                        ProgressListener.NONE);

        JsonNode announced = Contract.json(api.seen("POST /v1/uploads").get(0).body());
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        assertEquals(expected, announced.path("sha256").asText());
        assertEquals("video/mp4", announced.path("content_type").asText());
        assertEquals("prj_1", announced.path("project_id").asText());
    }

    @Test
    void anUploadThatCannotBeFinishedIsAborted() {
        api.on("PUT /storage/5", bytes(400, "application/xml", new byte[0]));

        StorageException refused =
                assertThrows(StorageException.class, () -> api.client().uploads().upload(file));

        assertEquals(400, refused.status());
        assertFalse(refused.toString().contains("secret"), refused.toString());
        assertEquals(1, api.seen("PUT /storage/5").size());
        assertEquals(1, api.seen("POST /v1/uploads/upl_1/abort").size());
        assertTrue(api.seen("POST /v1/uploads/upl_1/complete").isEmpty());
    }

    @Test
    void anAbortThatFailsDoesNotHideTheReason() {
        api.on("POST /v1/uploads/upl_1/complete", problem(409, "upload_incomplete"));
        api.on("POST /v1/uploads/upl_1/abort", problem(404, "not_found"));

        ConflictException incomplete =
                assertThrows(ConflictException.class, () -> api.client().uploads().upload(file));

        assertEquals("upload_incomplete", incomplete.code());
        assertEquals(1, incomplete.getSuppressed().length);
    }

    @Test
    void aStorageThatStopsTakingBytesIsGivenUp() {
        CountDownLatch over = new CountDownLatch(1);
        api.on("PUT /storage/1", exchange -> await(over));
        ClipForge client = api.builder().timeout(Duration.ofMillis(300)).maxRetries(0).build();

        assertThrows(
                io.clipforge.sdk.errors.TimeoutException.class,
                () -> client.uploads().upload(file));
        over.countDown();
    }

    @Test
    void aFileThatIsNotThereIsNotAnnounced() {
        assertThrows(
                UncheckedIOException.class,
                () -> api.client().uploads().upload(folder.resolve("none.mp4")));
        assertTrue(api.seen.isEmpty());
    }

    @Test
    void aFileBecomesAnIngest() {
        api.on(
                "POST /v1/ingests",
                json(
                        202,
                        "{\"id\":\"ing_1\",\"source\":{\"type\":\"upload\",\"upload_id\":\"upl_1\"}}"));

        Ingest ingest = api.client().ingests().createFromFile(file, "prj_1", ProgressListener.NONE);

        assertEquals("upl_1", ((UploadSource) ingest.getSource()).getUploadId());
        JsonNode sent = Contract.json(api.seen("POST /v1/ingests").get(0).body());
        assertEquals("prj_1", sent.path("project_id").asText());
        assertEquals("upl_1", sent.path("source").path("upload_id").asText());
    }

    private void moreParts(HttpExchange exchange) throws IOException {
        JsonNode wanted =
                Contract.json(
                        api.seen("POST /v1/uploads/upl_1/parts").stream()
                                .reduce((a, b) -> b)
                                .orElseThrow()
                                .body());
        List<String> parts = new ArrayList<>();
        wanted.path("part_numbers")
                .forEach(number -> parts.add(part(number.asInt(), "fresh", FAR)));
        json(200, "{\"data\":[" + String.join(",", parts) + "]}").to(exchange);
    }

    private String upload(String status, int parts, String expiry) {
        return """
        {"id":"upl_1","status":"%s","filename":"talk.mp4","size_bytes":%d,"part_size_bytes":%d,"part_count":13,"parts":[%s]}\
        """
                .formatted(
                        status,
                        content.length,
                        PART,
                        IntStream.rangeClosed(1, parts)
                                .mapToObj(number -> part(number, "first", expiry))
                                .collect(Collectors.joining(",")));
    }

    private String part(int number, String signature, String expiry) {
        return "{\"part_number\":%d,\"url\":\"%s/storage/%d?X-Amz-Signature=secret-%s\",\"expires_at\":\"%s\"}"
                .formatted(number, api.url(), number, signature, expiry);
    }

    private static FakeApi.Answer stored(int part) {
        return bytes(200, "application/xml", new byte[0], "ETag", "\"tag" + part + "\"");
    }

    /** The last body that was put at each part, joined. */
    private byte[] arrived() {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int part = 1; part <= 13; part++) {
            List<FakeApi.Seen> puts = api.seen("PUT /storage/" + part);
            joined.writeBytes(
                    puts.get(puts.size() - 1).body().getBytes(StandardCharsets.ISO_8859_1));
        }
        return joined.toByteArray();
    }

    private static void meet(CyclicBarrier barrier, FakeApi.Answer answer, HttpExchange exchange)
            throws IOException {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IOException("the other part never came", e);
        }
        answer.to(exchange);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
