package io.clipforge.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.storage.ObjectStore;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobSpec;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer corrects what was heard. */
class TranscriptEditingTest {
    private final Customer customer = new Customer();
    private final Worker worker = new Worker(customer);
    private String asset = "";
    private String path = "";

    @BeforeEach
    void anAssetIsThere() {
        var ingest = customer.ingest();
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        asset = ingest.path("asset_id").asText();
        path = "/v1/assets/" + asset + "/transcript";
    }

    @Test
    void aCorrectedWordIsReadInEveryForm() {
        var answer = edit("{\"first_word\": 1, \"replaces\": \"there.\", \"text\": \"world.\"}");
        assertEquals(200, answer.status());
        assertEquals("world.", answer.body().at("/words/1/text").asText());
        assertEquals(500, answer.body().at("/words/1/start_ms").asLong());
        assertEquals(answer.body(), customer.api.get(path).body());
        var vtt = new String(customer.api.get(path + ".vtt").raw().body(), UTF_8);
        assertTrue(vtt.contains("world.") && !vtt.contains("there."), vtt);
    }

    @Test
    void sentencesAreCutAnewAndTellTheirFirstWord() {
        var one = edit("{\"first_word\": 0, \"replaces\": \"Hello\", \"speaker\": \"Ann\"}").body();
        assertEquals(1, one.path("sentences").size());
        var two = edit("{\"first_word\": 0, \"replaces\": \"Hello\", \"text\": \"Hello.\"}").body();
        assertEquals(2, two.path("sentences").size());
        assertEquals(1, two.at("/sentences/1/first_word").asInt());
    }

    @Test
    void aNamedSpeakerIsAVoiceInWebVtt() {
        assertEquals(200, patch("{\"speakers\": {\"Ann\": \"Ada & <Co>\"}}", "*").status());
        var vtt = new String(customer.api.get(path + ".vtt").raw().body(), UTF_8);
        assertTrue(vtt.contains("\n<v Ada &amp; &lt;Co&gt;>there.</v>\n"), vtt);
    }

    @Test
    void exportsMadeAfterwardsAreOfTheCorrectedWords() {
        var before = transcriptKey();
        edit("{\"first_word\": 0, \"replaces\": \"Hello\", \"text\": \"Hullo\"}");
        var after = transcriptKey();
        assertNotEquals(before, after);
        var stored = new String(ControlPlane.bean(ObjectStore.class).get(after), UTF_8);
        assertTrue(stored.contains("Hullo"), stored);
    }

    @Test
    void whoWasSlowerIsTold() {
        var etag = customer.api.get(path).raw().headers().firstValue("ETag").orElseThrow();
        var body = "{\"speakers\": {\"Ann\": \"Ada\"}}";
        assertEquals(200, patch(body, etag).status());
        assertEquals(412, patch("{\"speakers\": {\"Ada\": \"Ann\"}}", etag).status());
        var slower = edit("{\"first_word\": 1, \"replaces\": \"here.\", \"text\": \"now.\"}");
        assertEquals(422, slower.status());
        assertEquals("/edits/0/replaces", slower.body().at("/errors/0/pointer").asText());
    }

    @Test
    void anUnchangedTranscriptIsNotSentAgain() {
        var etag = customer.api.get(path).raw().headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304, customer.api.send("GET", path, null, Map.of("If-None-Match", etag)).status());
    }

    private String transcriptKey() {
        var body =
                "{\"asset_id\": \"%s\", \"start_ms\": 0, \"end_ms\": 9000, \"ratios\": [\"1:1\"]}"
                        .formatted(asset);
        assertEquals(202, customer.api.post("/v1/exports", body, Worker.key()).status());
        return assertInstanceOf(JobSpec.Render.class, worker.take(JobKind.RENDER).message().spec())
                .transcriptKey();
    }

    private Caller.Answer edit(String edit) {
        return patch("{\"edits\": [" + edit + "]}", "*");
    }

    private Caller.Answer patch(String body, String etag) {
        return customer.api.send("PATCH", path, body, Map.of("If-Match", etag));
    }
}
