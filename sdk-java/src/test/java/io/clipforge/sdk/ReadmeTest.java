package io.clipforge.sdk;

import static io.clipforge.sdk.FakeApi.bytes;
import static io.clipforge.sdk.FakeApi.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, and its first listing does what it says. */
class ReadmeTest {
    @TempDir Path folder;

    @Test
    void everyListingCompiles() throws IOException {
        List<String> listings = listings();
        assertTrue(listings.size() > 4, listings.toString());
        for (int i = 0; i < listings.size(); i++) {
            String listing = listings.get(i);
            String client = listing.startsWith("ClipForge client") ? "" : "ClipForge client, ";
            compile(i, client + "byte[] body, Map<String, List<String>> headers", listing);
        }
    }

    @Test
    void theFirstListingTurnsAFileIntoAClip() throws Exception {
        String listing = listings().get(0).replace("Path.of(", "folder.resolve(");
        String withoutClient = listing.substring(listing.indexOf('\n'));
        compile(0, "ClipForge client, Path folder", withoutClient);
        Files.writeString(folder.resolve("talk.mp4"), "a talk");

        try (FakeApi api = platform();
                URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            loader.loadClass("Listing0")
                    .getMethod("run", ClipForge.class, Path.class)
                    .invoke(null, api.client(), folder);

            assertEquals("a clip", Files.readString(folder.resolve("clip.mp4")));
            assertEquals("a talk", api.seen("PUT /storage/talk").get(0).body());
            assertEquals(
                    "mom_1",
                    Contract.json(api.seen("POST /v1/exports").get(0).body())
                            .path("moment_id")
                            .asText());
        }
    }

    private static FakeApi platform() {
        FakeApi api = new FakeApi();
        String upload =
                """
                {"id":"upl_1","size_bytes":6,"part_size_bytes":10,"part_count":1,"parts":[{"part_number":1,
                 "url":"%s/storage/talk","expires_at":"2026-11-21T10:30:00Z"}]}\
                """
                        .formatted(api.url());
        String end =
                "data: {\"id\":\"1\",\"flow_status\":\"succeeded\",\"timestamp\":\"2026-11-21T09:30:00Z\"}\n\n";
        byte[] stream = end.getBytes(StandardCharsets.UTF_8);
        return api.on("POST /v1/projects", json(201, "{\"id\":\"prj_1\"}"))
                .on("POST /v1/uploads", json(201, upload))
                .on("PUT /storage/talk", bytes(200, "text/plain", new byte[0], "ETag", "\"t\""))
                .on("POST /v1/uploads/upl_1/complete", json(200, upload))
                .on("POST /v1/ingests", json(202, "{\"id\":\"ing_1\"}"))
                .on("GET /v1/jobs/job_1/events", bytes(200, "text/event-stream", stream))
                .on(
                        "GET /v1/ingests/ing_1",
                        json(
                                200,
                                "{\"id\":\"ing_1\",\"status\":\"completed\",\"asset_id\":\"ast_1\",\"job\":{\"id\":\"job_1\"}}"))
                .on(
                        "GET /v1/assets/ast_1/moments",
                        json(
                                200,
                                "{\"data\":[{\"id\":\"mom_1\",\"reasons\":[{\"feature\":\"question\"}]}],\"has_more\":false}"))
                .on("POST /v1/exports", json(202, "{\"id\":\"exp_1\"}"))
                .on(
                        "GET /v1/exports/exp_1",
                        json(
                                200,
                                "{\"id\":\"exp_1\",\"status\":\"ready\",\"job\":{\"id\":\"job_1\"},\"renditions\":[{\"url\":\"%s/clip\"}]}"
                                        .formatted(api.url())))
                .on(
                        "GET /clip",
                        bytes(200, "video/mp4", "a clip".getBytes(StandardCharsets.UTF_8)));
    }

    private void compile(int number, String parameters, String listing) throws IOException {
        Path source = folder.resolve("Listing" + number + ".java");
        String text =
                """
                import io.clipforge.sdk.*;
                import io.clipforge.sdk.errors.*;
                import io.clipforge.sdk.model.*;
                import io.clipforge.sdk.resources.*;
                import io.clipforge.sdk.webhooks.*;
                import java.nio.file.Path;
                import java.time.Duration;
                import java.time.OffsetDateTime;
                import java.util.List;
                import java.util.Map;
                import java.util.concurrent.CompletableFuture;

                public class Listing%d {
                    public static void run(%s) {
                %s
                    }
                }
                """
                        .formatted(number, parameters, listing);
        Files.writeString(source, text);
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int result =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                complaints,
                                complaints,
                                "-proc:none",
                                "--release",
                                "17",
                                "-classpath",
                                System.getProperty("java.class.path"),
                                source.toString());
        assertEquals(0, result, listing + complaints.toString(StandardCharsets.UTF_8));
    }

    private static List<String> listings() throws IOException {
        Matcher blocks =
                Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(Path.of("README.md")));
        List<String> listings = new ArrayList<>();
        while (blocks.find()) {
            listings.add(blocks.group(1));
        }
        return listings;
    }
}
