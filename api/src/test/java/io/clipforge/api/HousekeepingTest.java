package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.api.housekeeping.Schedule;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.storage.ObjectStore;
import io.clipforge.api.storage.ObjectStore.Part;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobQueue.Claim;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is cleared away, and what is not. */
class HousekeepingTest {
    private final Customer customer = new Customer();
    private final Worker worker = new Worker(customer);
    private final ObjectStore store = ControlPlane.bean(ObjectStore.class);

    @Test
    void whatAFailedRunWroteIsSweptAndWhatWasAcceptedStays() {
        customer.ingest();
        var failed = handBack(worker.take(JobKind.INGEST));
        var accepted = worker.take(JobKind.INGEST);
        var kept = write(accepted);
        worker.finish(accepted);
        var late = handBack(worker.take(JobKind.TRANSCRIBE));
        awaitAttempt(failed);
        awaitAttempt(late);
        Database.change(
                """
                insert into job_attempts (job_id, run_id, org_id, environment, attempt, outcome)
                values (?, ?, ?, 'live', 2, 'refused')
                """,
                accepted.message().jobId(),
                accepted.run(),
                customer.organization);
        age(failed);
        age(accepted);
        run("sweep-attempts");
        assertEquals(List.of(), store.list(folder(failed), null));
        assertEquals(List.of(kept), store.list(folder(accepted), null));
        assertEquals(1, store.list(folder(late), null).size(), "it has ended just now");
        assertNotNull(swept(failed));
        assertNotNull(swept(accepted));
        assertNull(swept(late));
    }

    @Test
    void aRunThatHoldsItsJobIsNotSwept() {
        customer.ingest();
        var running = worker.take(JobKind.INGEST);
        var kept = write(running);
        Eventually.see(
                () ->
                        Database.look(
                                "select run_id from jobs where id = ?", running.message().jobId()),
                it -> running.run().toString().equals(it));
        Database.change(
                """
                insert into job_attempts (job_id, run_id, org_id, environment, attempt, outcome, ended_at)
                values (?, ?, ?, 'live', 1, 'refused', now() - interval '1 hour')
                """,
                running.message().jobId(),
                running.run(),
                customer.organization);
        run("sweep-attempts");
        assertEquals(List.of(kept), store.list(folder(running), null));
        assertNull(swept(running));
    }

    @Test
    void whatCannotBeSweptHoldsUpNothingElse() {
        customer.ingest();
        var bad = handBack(worker.take(JobKind.INGEST));
        var good = handBack(worker.take(JobKind.INGEST));
        awaitAttempt(bad);
        awaitAttempt(good);
        var elsewhere = new Customer();
        var job = elsewhere.ingest().at("/job/id").asText();
        Database.change(
                """
                insert into job_attempts (job_id, run_id, org_id, environment, attempt, outcome, ended_at)
                values (?, ?, ?, 'live', 1, 'refused', now() - interval '1 day')
                """,
                TypeId.JOB.find(job).orElseThrow(),
                bad.run(),
                elsewhere.organization);
        Database.change(
                "update jobs set spec = jsonb_set(spec, '{outputPrefix}', to_jsonb(?)) where id = ?",
                bad.message().spec().outputPrefix(),
                TypeId.JOB.find(job).orElseThrow());
        age(good);
        try {
            assertThrows(IllegalStateException.class, () -> run("sweep-attempts"));
            assertEquals(List.of(), store.list(folder(good), null));
            assertEquals(1, store.list(folder(bad), null).size(), "of another organization");
        } finally {
            Database.change(
                    "update job_attempts set swept_at = now() where org_id = ?",
                    elsewhere.organization);
        }
    }

    @Test
    void anUploadThatIsNotCompletedInTimeIsGivenUp() {
        var late = newUpload();
        var open = newUpload();
        var etag = Customer.put(late.at("/parts/0/url").asText(), Customer.FILM);
        Database.change(
                "update uploads set expires_at = now() - interval '1 second' where id = ?",
                id(late));
        run("expire-uploads");
        assertEquals("expired", status(late));
        assertEquals("open", status(open));
        assertEquals(
                "expired",
                customer.api.get("/v1/uploads/" + late.path("id").asText()).text("status"));
        var key = customer.organization + "/uploads/" + id(late) + "/source";
        var storeId =
                Objects.requireNonNull(
                        Database.look(
                                "select storage_upload_id from uploads where id = ?", id(late)));
        assertThrows(
                RuntimeException.class,
                () ->
                        store.completeUpload(
                                key, storeId, List.of(new Part(1, etag.replace("\"", "")))),
                "the parts are gone");
        Customer.put(open.at("/parts/0/url").asText(), Customer.FILM);
    }

    @Test
    void answersPastTheirTimeAreForgotten() {
        var past = Worker.key();
        var present = Worker.key();
        var upload = customer.upload();
        customer.api.post("/v1/ingests", customer.newIngest(upload), past);
        customer.api.post("/v1/ingests", customer.newIngest(upload), present);
        Database.change("update idempotency_keys set expires_at = now() where key = ?", past);
        run("purge-answers");
        assertEquals(
                present,
                Database.look(
                        "select string_agg(key, ',') from idempotency_keys where org_id = ?",
                        customer.organization));
    }

    @Test
    void aDeletedAssetLosesItsMediaAndTheLastOneItsSource() {
        var upload = customer.upload();
        var first = completedIngest(upload);
        var second = completedIngest(upload);
        var source = customer.organization + "/uploads/" + TypeId.UPLOAD.find(upload).orElseThrow();
        delete(first);
        run("delete-assets");
        assertEquals(3, media(first).size(), "it was deleted just now");
        longAgo(first);
        run("delete-assets");
        assertEquals(List.of(), media(first));
        assertEquals(3, media(second).size());
        assertEquals(1, store.list(source, null).size(), "the second asset needs it");
        delete(second);
        longAgo(second);
        run("delete-assets");
        assertEquals(List.of(), media(second));
        assertEquals(List.of(), store.list(source, null));
        assertEquals("expired", customer.api.get("/v1/uploads/" + upload).text("status"));
        var again = customer.api.post("/v1/ingests", customer.newIngest(upload), Worker.key());
        assertEquals("upload_incomplete", again.text("code"));
        assertNotNull(
                Database.look("select purged_at from assets where id = ?", assetId(first)),
                "the row stays");
    }

    @Test
    void aFileThatAnOlderVersionOfABrandKitNeedsIsKept() {
        var upload = customer.upload();
        var asset = completedIngest(upload);
        var kit =
                customer.api.post(
                        "/v1/brand_kits",
                        """
                        {"name": "House", "primary_color": "#112233", "text_color": "#FFFFFF",
                         "highlight_color": "#FFCC00", "watermark_upload_id": "%s"}
                        """
                                .formatted(upload));
        customer.api.send(
                "PATCH",
                "/v1/brand_kits/" + kit.text("id"),
                "{\"watermark_upload_id\": \"%s\"}".formatted(customer.upload()),
                Map.of());
        delete(asset);
        longAgo(asset);
        run("delete-assets");
        assertEquals(List.of(), media(asset));
        assertEquals("completed", customer.api.get("/v1/uploads/" + upload).text("status"));
    }

    @Test
    void aFileThatIsABrandKitsOutroIsKept() {
        var upload = customer.upload();
        var asset = completedIngest(upload);
        var kit =
                customer.api.post(
                        "/v1/brand_kits",
                        """
                        {"name": "House", "primary_color": "#112233", "text_color": "#FFFFFF",
                         "highlight_color": "#FFCC00", "outro": {"upload_id": "%s"}}
                        """
                                .formatted(upload));
        assertEquals(201, kit.status(), () -> kit.body().toString());
        delete(asset);
        longAgo(asset);
        run("delete-assets");
        assertEquals("completed", customer.api.get("/v1/uploads/" + upload).text("status"));
    }

    @Test
    void aDeletedAssetIsKeptWhileItsJobsAreUnfinished() {
        var asset = customer.ingest().path("asset_id").asText();
        var claim = worker.take(JobKind.INGEST);
        write(claim);
        delete(asset);
        longAgo(asset);
        run("delete-assets");
        assertEquals(1, media(asset).size());
        assertNull(Database.look("select purged_at from assets where id = ?", assetId(asset)));
    }

    /** Does what the schedule would do, whether it is due or not. */
    private static void run(String name) {
        var work =
                ControlPlane.beans(Schedule.class).stream()
                        .filter(it -> it.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .begin();
        while (work.step()) {
            Thread.onSpinWait();
        }
    }

    private Claim handBack(Claim claim) {
        write(claim);
        worker.end(claim, new JobOutcome.HandedBack());
        return claim;
    }

    private String write(Claim claim) {
        var key = folder(claim) + "audio.wav";
        store.put(key, new byte[] {1}, "audio/wav");
        return key;
    }

    private static String folder(Claim claim) {
        return claim.message().spec().outputPrefix() + claim.run() + "/";
    }

    private static void awaitAttempt(Claim claim) {
        Eventually.see(
                () ->
                        Database.look(
                                "select run_id from job_attempts where run_id = ?", claim.run()),
                it -> it != null);
    }

    private void age(Claim claim) {
        Database.change(
                """
                update job_attempts set ended_at = now() - interval '11 minutes' where run_id = ? and org_id = ?
                """,
                claim.run(),
                customer.organization);
    }

    private static @Nullable String swept(Claim claim) {
        return Database.look("select swept_at from job_attempts where run_id = ?", claim.run());
    }

    private JsonNode newUpload() {
        return customer.api
                .post("/v1/uploads", "{\"filename\": \"talk.mp4\", \"size_bytes\": 5}")
                .body();
    }

    private static UUID id(JsonNode upload) {
        return TypeId.UPLOAD.find(upload.path("id").asText()).orElseThrow();
    }

    private static @Nullable String status(JsonNode upload) {
        return Database.look("select status from uploads where id = ?", id(upload));
    }

    /** The id of its asset. */
    private String completedIngest(String upload) {
        var ingest =
                customer.api.post("/v1/ingests", customer.newIngest(upload), Worker.key()).body();
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        return ingest.path("asset_id").asText();
    }

    private void delete(String asset) {
        assertEquals(204, customer.api.delete("/v1/assets/" + asset).status());
    }

    private static void longAgo(String asset) {
        Database.change(
                "update assets set deleted_at = now() - interval '25 hours' where id = ?",
                assetId(asset));
    }

    private List<String> media(String asset) {
        return store.list(customer.organization + "/assets/" + assetId(asset) + "/", null);
    }

    private static UUID assetId(String asset) {
        return TypeId.ASSET.find(asset).orElseThrow();
    }
}
