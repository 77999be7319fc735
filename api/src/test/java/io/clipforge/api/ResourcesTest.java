package io.clipforge.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.json.StoredJson;
import io.clipforge.api.storage.ObjectStore;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.LiveChat;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ResourcesTest {
    private final Customer customer = new Customer();
    private final Worker worker = new Worker(customer);

    @Test
    void anUpdateForAnotherVersionIsRefused() {
        var path = "/v1/projects/" + customer.project;
        var tag = customer.api.get(path).header("ETag");
        assertEquals(200, rename(path, tag).status());
        var late = rename(path, tag);
        assertEquals(412, late.status());
        assertEquals("precondition_failed", late.text("code"));
    }

    private Caller.Answer rename(String path, String tag) {
        return customer.api.send("PATCH", path, "{\"name\": \"Renamed\"}", Map.of("If-Match", tag));
    }

    @Test
    void anOrganizationIsRenamedAndNoOtherOne() {
        var other = new Customer();
        var name = other.api.get("/v1/organization").text("name");
        var answer =
                customer.api.send(
                        "PATCH", "/v1/organization", "{\"name\": \"Acme Media\"}", Map.of());
        assertEquals("Acme Media", answer.text("name"));
        assertEquals("Acme Media", customer.api.get("/v1/organization").text("name"));
        assertEquals(name, other.api.get("/v1/organization").text("name"));
    }

    @Test
    void aProjectWithAssetsIsNotDeletedAndAnEmptyOneIs() {
        var ingest = customer.ingest();
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        var project = "/v1/projects/" + customer.project;
        assertEquals(409, customer.api.delete(project).status());
        var asset = "/v1/assets/" + ingest.path("asset_id").asText();
        assertEquals(204, customer.api.delete(asset).status());
        assertEquals(404, customer.api.get(asset).status());
        assertEquals(204, customer.api.delete(project).status());
        assertEquals(404, customer.api.get(project).status());
        var late = customer.api.post("/v1/ingests", customer.newIngest(customer.upload()), "late");
        assertEquals("There is no such project.", late.text("detail"));
    }

    @Test
    void anIngestWaitsForWhoeverDeletesItsProjectAndIsRefused() throws SQLException {
        var body = customer.newIngest(customer.upload());
        try (var deleting = Servers.superuser()) {
            deleting.setAutoCommit(false);
            deleting.createStatement()
                    .execute(
                            "update projects set deleted_at = now() where org_id = '%s'"
                                    .formatted(customer.organization));
            deleting.createStatement()
                    .execute(
                            "select from projects where org_id = '%s' for update"
                                    .formatted(customer.organization));
            var answer =
                    CompletableFuture.supplyAsync(
                            () -> customer.api.post("/v1/ingests", body, "waits"));
            Eventually.see(
                    () ->
                            Database.value(
                                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%into ingests%'"),
                    "1"::equals);
            deleting.commit();
            assertEquals(404, answer.join().status());
        }
        assertEquals(
                "0",
                Database.value(
                        "select count(*) from jobs where org_id = '"
                                + customer.organization
                                + "'"));
    }

    @Test
    void anUploadPastItsTimeHasExpired() throws SQLException {
        var upload =
                customer.api.post("/v1/uploads", "{\"filename\": \"a.mp4\", \"size_bytes\": 5}");
        try (var connection = Servers.superuser();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update uploads set expires_at = now() - interval '1 second' where org_id = '"
                            + customer.organization
                            + "'");
        }
        var path = "/v1/uploads/" + upload.text("id");
        var expired = customer.api.get(path);
        assertEquals("expired", expired.text("status"));
        assertEquals(0, expired.body().path("parts").size());
        assertEquals(409, customer.api.post(path + "/parts", "{\"part_numbers\": [1]}").status());
    }

    @Test
    void anUploadIsCompleteWithAllOfItsPartsOnly() {
        var upload =
                customer.api.post(
                        "/v1/uploads",
                        "{\"filename\": \"a.mp4\", \"size_bytes\": " + (20 << 20) + "}");
        assertEquals(3, upload.body().path("part_count").asInt());
        var path = "/v1/uploads/" + upload.text("id");
        var answer =
                customer.api.post(
                        path + "/complete", "{\"parts\": [{\"part_number\": 1, \"etag\": \"x\"}]}");
        assertEquals("upload_incomplete", answer.text("code"));
        assertEquals("aborted", customer.api.post(path + "/abort", "").text("status"));
    }

    @Test
    void aPersonDecidesAboutAMoment() {
        var ingest = customer.ingest();
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        var moments = "/v1/assets/" + ingest.path("asset_id").asText() + "/moments";
        var moment = customer.api.get(moments).body().at("/data/0/id").asText();
        var path = "/v1/moments/" + moment;
        assertEquals("approved", customer.api.post(path + "/approve", "").text("status"));
        assertEquals("rejected", customer.api.post(path + "/reject", "").text("status"));
        assertEquals("rejected", customer.api.get(path).text("status"));
    }

    @Test
    void anAssetIsSeenAtAGlanceAndItsMomentsCarryTags() {
        var ingest = customer.ingest();
        var asset = "/v1/assets/" + ingest.path("asset_id").asText();
        assertTrue(customer.api.get(asset).body().path("overview_url").isMissingNode());
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");

        var overview = customer.api.get(asset).text("overview_url");
        assertTrue(overview.contains("overview.svg?"), overview);
        var tags = customer.api.get(asset + "/moments").body().at("/data/0/hashtags");
        assertEquals("[\"#clips\"]", tags.toString());
    }

    @Test
    void theChatThatIsGivenReachesTheRankingAndIsNotRepeated() {
        var wanted = customer.newIngest(customer.upload()).strip();
        var answer =
                customer.api.post(
                        "/v1/ingests",
                        wanted.substring(0, wanted.length() - 1)
                                + ", \"options\": {\"chat_offsets_ms\": [5000, 0]}}",
                        Worker.key());
        assertEquals(202, answer.status());
        assertTrue(answer.body().at("/options/chat_offsets_ms").isMissingNode());
        for (var kind : List.of(JobKind.INGEST, JobKind.TRANSCRIBE, JobKind.ANALYZE)) {
            worker.finish(worker.take(kind));
        }

        var rank = (JobSpec.Rank) worker.take(JobKind.RANK).message().spec();

        var stored = ControlPlane.bean(ObjectStore.class).get(requireNonNull(rank.chatKey()));
        assertEquals(new LiveChat(List.of(5000L, 0L)), StoredJson.read(stored, LiveChat.class));
    }

    @Test
    void theVocabularyThatIsGivenReachesTheTranscriptionAndIsRepeated() {
        var wanted = customer.newIngest(customer.upload()).strip();
        var answer =
                customer.api.post(
                        "/v1/ingests",
                        wanted.substring(0, wanted.length() - 1)
                                + ", \"options\": {\"vocabulary\": [\"ClipForge\", \"Jörg Ångström\"]}}",
                        Worker.key());
        assertEquals(202, answer.status());
        assertEquals("Jörg Ångström", answer.body().at("/options/vocabulary/1").asText());
        worker.finish(worker.take(JobKind.INGEST));

        var spec = (JobSpec.Transcribe) worker.take(JobKind.TRANSCRIBE).message().spec();

        assertEquals(List.of("ClipForge", "Jörg Ångström"), spec.vocabulary());
    }

    @Test
    void whetherToTranslateReachesTheTranscription() {
        var wanted = customer.newIngest(customer.upload()).strip();
        var answer =
                customer.api.post(
                        "/v1/ingests",
                        wanted.substring(0, wanted.length() - 1)
                                + ", \"options\": {\"translate\": true}}",
                        Worker.key());
        assertEquals(202, answer.status());
        assertTrue(answer.body().at("/options/translate").booleanValue());
        worker.finish(worker.take(JobKind.INGEST));

        var spec = (JobSpec.Transcribe) worker.take(JobKind.TRANSCRIBE).message().spec();

        assertTrue(spec.translate());
    }

    @Test
    void aTranscriptOfYourOwnIsNotTranslated() {
        var wanted = customer.newIngest(customer.upload()).strip();
        var refused =
                customer.api.post(
                        "/v1/ingests",
                        wanted.substring(0, wanted.length() - 1)
                                + ", \"options\": {\"translate\": true, \"transcript\":"
                                + " {\"format\": \"txt\", \"content\": \"Hallo.\"}}}",
                        Worker.key());

        assertEquals(422, refused.status());
        assertEquals("/options/translate", refused.body().at("/errors/0/pointer").asText());
        assertEquals("not_translated", refused.body().at("/errors/0/code").asText());
    }

    @Test
    void aTranscriptComesInEveryFormat() {
        var ingest = customer.ingest();
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        var transcript = "/v1/assets/" + ingest.path("asset_id").asText() + "/transcript";
        assertTrue(text(transcript + ".vtt").startsWith("WEBVTT\n\n00:00:00.000 --> 00:00:00.900"));
        assertTrue(text(transcript + ".srt").startsWith("1\n00:00:00,000 --> 00:00:00,900\n"));
        assertEquals("Hello there.\n", text(transcript + ".txt"));
    }

    private String text(String path) {
        var answer = customer.api.get(path);
        assertEquals(200, answer.status());
        return new String(answer.raw().body(), UTF_8);
    }

    @Test
    void anExportNamesEitherAMomentOrASpan() {
        var answer = customer.api.post("/v1/exports", "{\"ratios\": [\"9:16\"]}", Worker.key());
        assertEquals(422, answer.status());
        assertEquals("/moment_id", answer.body().at("/errors/0/pointer").asText());
    }

    @Test
    void aSpanOutsideOfTheAssetIsRefused() {
        var ingest = customer.ingest();
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        var body =
                "{\"asset_id\": \"%s\", \"start_ms\": 1000, \"end_ms\": 31000, \"ratios\": [\"1:1\"]}"
                        .formatted(ingest.path("asset_id").asText());
        var answer = customer.api.post("/v1/exports", body, Worker.key());
        assertEquals(422, answer.status());
        assertEquals("/end_ms", answer.body().at("/errors/0/pointer").asText());
    }

    /** Its name and its announced type say that it is a film. */
    @Test
    void aFileThatIsNoFilmIsRefusedWhenItIsComplete() {
        var upload =
                customer.api
                        .post(
                                "/v1/uploads",
                                """
                                {"filename": "talk.mp4", "content_type": "video/mp4", "size_bytes": 12}
                                """)
                        .body();
        var etag = Customer.put(upload.at("/parts/0/url").asText(), "#!/bin/sh ls");
        var path = "/v1/uploads/" + upload.path("id").asText();
        var parts = "{\"parts\": [{\"part_number\": 1, \"etag\": %s}]}".formatted(etag);
        var refused = customer.api.post(path + "/complete", parts);
        assertEquals(422, refused.status());
        assertEquals("unsupported_media", refused.text("code"));
        assertEquals("aborted", customer.api.get(path).text("status"));
        var store = ControlPlane.bean(ObjectStore.class);
        assertEquals(List.of(), store.list(customer.organization + "/uploads/", null));
    }

    @Test
    void anObjectNamedByItsIdComesWholeWhenAskedFor() {
        var ingest = customer.ingest();
        var id = ingest.path("id").asText();
        assertTrue(ingest.path("asset").isMissingNode());
        var asset = customer.api.get("/v1/ingests/" + id + "?expand=asset").body().path("asset");
        assertEquals(ingest.path("asset_id"), asset.path("id"));
        var listed = customer.api.get("/v1/ingests?expand=asset&project_id=" + customer.project);
        assertEquals(asset.path("id"), listed.body().at("/data/0/asset/id"));
        assertEquals(400, customer.api.get("/v1/ingests/" + id + "?expand=asset,wisdom").status());
    }

    @Test
    void whatIsCancelledCanBeCancelledAgain() {
        var path = "/v1/ingests/" + customer.ingest().path("id").asText() + "/cancel";
        for (int i = 0; i < 2; i++) {
            var answer = customer.api.post(path, "");
            assertEquals(200, answer.status(), () -> answer.body().toString());
            assertEquals("cancelled", answer.text("status"));
        }
    }
}
