package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExportOptionsTest {
    private static final String CUT = "\"cut\": {\"remove_silences\": true}";

    private final Customer customer = new Customer();
    private final Worker worker = new Worker(customer);

    @Test
    void whatIsLeftOutIsToldToTheWorkerAndShown() {
        var export = export(CUT).body();
        var spec = spec(worker.take(JobKind.RENDER));
        assertEquals(new JobSpec.Cut(true, false), spec.cut());
        assertTrue(export.at("/cut/remove_silences").asBoolean());
        var read = customer.api.get("/v1/exports/" + export.path("id").asText()).body();
        assertEquals(export.path("cut"), read.path("cut"));
    }

    @Test
    void anExportIsMadeAgainWithNewCaptionsAndNothingElseChanged() {
        var first = export(CUT + ", \"metadata\": {\"show\": \"7\"}").body();
        var before = spec(worker.take(JobKind.RENDER));
        var path = "/v1/exports/" + first.path("id").asText() + "/recaption";
        var body = "{\"captions\": {\"style\": \"box\", \"mask_profanity\": true}}";
        var answer = customer.api.post(path, body, Worker.key());
        assertEquals(202, answer.status());
        var again = answer.body();
        assertEquals(first.path("id"), again.path("recaptioned_from"));
        assertEquals(first.path("metadata"), again.path("metadata"));
        assertEquals("box", again.at("/captions/style").asText());
        assertTrue(again.at("/captions/burn_in").asBoolean());
        var after = spec(worker.take(JobKind.RENDER));
        assertEquals(before.cut(), after.cut());
        assertEquals(before.startMs(), after.startMs());
        assertEquals(before.ratios(), after.ratios());
        assertEquals(JobSpec.Captions.Style.BOX, after.captions().style());
    }

    @Test
    void withoutOptionsTheClipIsMadeAsItIs() {
        var export = export("\"metadata\": {}").body();
        var spec = spec(worker.take(JobKind.RENDER));
        assertNull(spec.cut());
        assertNull(spec.sound());
        assertTrue(export.path("cut").isMissingNode());
    }

    @Test
    void theLengthThatIsLeftIsShownAndCharged() {
        var export = export(CUT).body();
        var claim = worker.take(JobKind.RENDER);
        worker.end(claim, new JobOutcome.Completed(rendered(claim, 7_520)));
        var path = "/v1/exports/" + export.path("id").asText();
        var ready =
                Eventually.see(
                        () -> customer.api.get(path), it -> it.text("status").equals("ready"));
        assertEquals(7_520, ready.body().at("/renditions/0/duration_ms").asLong());
        assertEquals(
                List.of("7520"),
                Database.column(
                        "select quantity from usage_entries where org_id = '%s' and meter = 'rendered_ms'"
                                .formatted(customer.organization)));
    }

    @Test
    void musicIsACompletedUpload() {
        var upload = customer.upload();
        var export =
                export("\"sound\": {\"denoise\": true, \"music_upload_id\": \"" + upload + "\"}")
                        .body();
        var sound = Objects.requireNonNull(spec(worker.take(JobKind.RENDER)).sound());
        var music = Objects.requireNonNull(sound.music());
        assertTrue(sound.denoise());
        assertTrue(music.key().startsWith(customer.organization + "/uploads/"));
        assertEquals(-10, music.gainDb());
        assertEquals(upload, export.at("/sound/music_upload_id").asText());
        assertEquals(-10, export.at("/sound/music_gain_db").asDouble());
    }

    @Test
    void musicThatIsNotThereIsRefused() {
        var open = customer.api.post("/v1/uploads", "{\"filename\": \"a.mp3\", \"size_bytes\": 5}");
        var incomplete = export(music(open.text("id")));
        assertEquals("upload_incomplete", incomplete.text("code"));
        var strangers = new Customer().upload();
        assertEquals(404, export(music(strangers)).status());
        var loud = export("\"sound\": {\"music_gain_db\": 3}");
        assertEquals(422, loud.status());
        assertEquals("/sound/music_gain_db", loud.body().at("/errors/0/pointer").asText());
    }

    private static String music(String upload) {
        return "\"sound\": {\"music_upload_id\": \"" + upload + "\"}";
    }

    @Test
    void anOptionThatIsNoTruthValueIsRefused() {
        var refused = export("\"cut\": {\"remove_fillers\": \"yes\"}");
        assertEquals(422, refused.status());
        assertEquals("/cut/remove_fillers", refused.body().at("/errors/0/pointer").asText());
    }

    @Test
    void anotherCutUnderTheSameKeyIsAnotherRequest() {
        var moment = moment();
        var first = customer.api.post("/v1/exports", body(moment, CUT), "cut");
        var again = customer.api.post("/v1/exports", body(moment, CUT), "cut");
        var other = customer.api.post("/v1/exports", body(moment, "\"cut\": {}"), "cut");
        assertEquals(202, first.status());
        assertEquals(first.text("id"), again.text("id"));
        assertEquals("idempotency_key_reused", other.text("code"));
    }

    private Caller.Answer export(String options) {
        return customer.api.post("/v1/exports", body(moment(), options), Worker.key());
    }

    private static String body(String moment, String options) {
        return "{\"moment_id\": \"%s\", \"ratios\": [\"9:16\"], %s}".formatted(moment, options);
    }

    private String moment() {
        var ingest = customer.ingest();
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        var moments = "/v1/assets/" + ingest.path("asset_id").asText() + "/moments";
        return customer.api.get(moments).body().at("/data/0/id").asText();
    }

    private static JobSpec.Render spec(Claim claim) {
        return assertInstanceOf(JobSpec.Render.class, claim.message().spec());
    }

    private static JobResult rendered(Claim claim, long durationMs) {
        var key = claim.message().spec().outputPrefix() + claim.run() + "/clip";
        return new JobResult.Rendered(
                List.of(
                        new JobResult.Rendition(
                                JobSpec.Ratio.VERTICAL_9_16,
                                1080,
                                1920,
                                durationMs,
                                1_000,
                                key + ".mp4",
                                key + ".srt",
                                key + ".vtt",
                                key + ".jpg",
                                -14,
                                -1.5,
                                null,
                                null)));
    }
}
