package io.clipforge.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.api.trials.MagicInputs;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Probe;
import io.clipforge.sdk.ClipForge;
import io.clipforge.sdk.errors.JobFailedException;
import io.clipforge.sdk.model.EventType;
import io.clipforge.sdk.model.Export;
import io.clipforge.sdk.model.Ingest;
import io.clipforge.sdk.model.IngestStatus;
import io.clipforge.sdk.model.Moment;
import io.clipforge.sdk.model.NewExport;
import io.clipforge.sdk.model.NewIngest;
import io.clipforge.sdk.model.NewWebhookEndpoint;
import io.clipforge.sdk.model.Ratio;
import io.clipforge.sdk.model.UrlSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an integrator sees of the magic inputs, on the whole platform. */
@Timeout(600)
class MagicInputsTest {
    @TempDir static Path folder;
    private static final Map<String, Ingest> BEGUN = new ConcurrentHashMap<>();
    private static Platform platform;
    private static Hooks hooks;
    private static ClipForge client;
    private static String project;

    @BeforeAll
    static void begin() throws Exception {
        hooks = new Hooks();
        platform = Platform.start(folder.resolve("state"));
        client =
                ClipForge.builder()
                        .baseUrl(platform.url().toString())
                        .apiKey(platform.apiKey(Environment.TEST))
                        .build();
        project = client.projects().create("Integration tests").getId();
        var endpoint =
                client.webhookEndpoints()
                        .create(
                                new NewWebhookEndpoint()
                                        .url(hooks.address())
                                        .eventTypes(
                                                List.of(
                                                        EventType.INGEST_FAILED,
                                                        EventType.EXPORT_FAILED,
                                                        EventType.EXPORT_READY)));
        hooks.trust(endpoint.getSecret());
        // side by side, so that the fleet is never idle
        List.of("/talk.mp4", "/talk.mp4?again", "/no-speech.mp4", "/fails-at-rank.mp4")
                .forEach(MagicInputsTest::begun);
        List.of("/fails-at-render.mp4", "/retries-at-render.mp4").forEach(MagicInputsTest::begun);
    }

    @AfterAll
    static void stop() throws Exception {
        if (platform != null) {
            platform.close();
        }
        hooks.close();
    }

    @Test
    void aTalkBecomesMomentsAndAClipThatPlays() throws Exception {
        var talk = done("/talk.mp4");
        var words = client.transcripts().get(talk.getAssetId()).getWords();
        assertEquals("Welcome", words.getFirst().getText());
        assertEquals("soon!", words.getLast().getText());

        var moments = moments(talk);
        assertTrue(moments.size() >= 3, moments.size() + " moments");
        var export = exported(moments.getFirst());
        var clip = folder.resolve("clip.mp4");
        client.download(export.getRenditions().getFirst().getUrl(), clip);
        var info = new Probe(new Ffmpeg(FfmpegSettings.bundled())).inspect(clip);
        assertEquals(1080, Objects.requireNonNull(info.video()).width());
        assertEquals(1920, Objects.requireNonNull(info.video()).height());
        assertEquals(
                moments.getFirst().getEndMs() - moments.getFirst().getStartMs(),
                export.getRenditions().getFirst().getDurationMs());
        hooks.await("export.ready", export.getId());
    }

    @Test
    void theSameInputGivesTheSameEveryTime() {
        var first = done("/talk.mp4");
        var second = done("/talk.mp4?again");

        assertEquals(
                client.transcripts().get(first.getAssetId()).getWords(),
                client.transcripts().get(second.getAssetId()).getWords());
        assertEquals(
                client.assets().get(first.getAssetId()).getDurationMs(),
                client.assets().get(second.getAssetId()).getDurationMs());
        assertEquals(facts(first), facts(second));
    }

    @Test
    void whereNobodySpeaksThereAreMomentsWithoutWords() {
        var silent = done("/no-speech.mp4");

        assertEquals(List.of(), client.transcripts().get(silent.getAssetId()).getWords());
        assertTrue(moments(silent).size() >= 2);
    }

    @ParameterizedTest
    @CsvSource({
        "/no-audio.mp4, no_audio",
        "/not-a-video.mp4, unsupported_media",
        "/damaged.mp4, undecodable_media",
        "/unreachable.mp4, source_unreachable",
        "/forbidden.mp4, source_forbidden",
        "/fails-at-ingest.mp4, undecodable_media",
        "/fails-at-rank.mp4, internal_error"
    })
    void whatIsToFailFailsAndItsWebhookSaysWhy(String path, String problem) throws Exception {
        var ingest = begun(path);

        var failure =
                assertThrows(
                        JobFailedException.class,
                        () -> client.ingests().waitUntilDone(ingest.getId()));
        assertEquals(problem, failure.problem().orElseThrow().getCode());
        var webhook = hooks.await("ingest.failed", ingest.getId());
        assertEquals("test", webhook.path("environment").asText());
        assertEquals(problem, webhook.at("/data/problem/code").asText());
    }

    @Test
    void anExportThatIsToFailFailsAndItsWebhookSaysWhy() throws Exception {
        var export = export(moments(done("/fails-at-render.mp4")).getFirst());

        var failure =
                assertThrows(
                        JobFailedException.class,
                        () -> client.exports().waitUntilDone(export.getId()));
        assertEquals("export_quality_failed", failure.problem().orElseThrow().getCode());
        var webhook = hooks.await("export.failed", export.getId());
        assertEquals("export_quality_failed", webhook.at("/data/problem/code").asText());
    }

    @Test
    void whatIsToStumbleSucceedsAtTheSecondAttempt() {
        var ingest = done("/retries-at-render.mp4");
        var export = exported(moments(ingest).getFirst());

        assertEquals(2, export.getJob().getAttempts());
        assertEquals(1, ingest.getJob().getAttempts());
    }

    @Test
    void whatIsSlowTellsItsProgressAndIsCancelled() {
        var slow = begun("/slow.mp4?seconds=600");
        var cancelled = new AtomicBoolean();
        var failure =
                assertThrows(
                        JobFailedException.class,
                        () ->
                                client.ingests()
                                        .waitUntilDone(
                                                slow.getId(),
                                                event -> {
                                                    if (event.getProgress() > 0
                                                            && !cancelled.getAndSet(true)) {
                                                        client.ingests().cancel(slow.getId());
                                                    }
                                                }));

        assertEquals("cancelled", failure.status());
        assertEquals(IngestStatus.CANCELLED, client.ingests().get(slow.getId()).getStatus());
    }

    /** Each is ingested once for all tests. */
    private static Ingest begun(String path) {
        return BEGUN.computeIfAbsent(
                path,
                it -> {
                    var url = URI.create("https://" + MagicInputs.HOST + it);
                    var source = new UrlSource().url(url);
                    return client.ingests()
                            .create(new NewIngest().projectId(project).source(source));
                });
    }

    private static Ingest done(String path) {
        return client.ingests().waitUntilDone(begun(path).getId());
    }

    private static List<Moment> moments(Ingest ingest) {
        return client.moments().list(ingest.getAssetId()).data();
    }

    /** All but ids and times. */
    private static List<List<Object>> facts(Ingest ingest) {
        return moments(ingest).stream()
                .map(it ->
                        List.<Object>of(
                                it.getStartMs(),
                                it.getEndMs(),
                                it.getScore(),
                                it.getTitle(),
                                it.getReasons()))
                .toList();
    }

    private static Export export(Moment moment) {
        var wanted = new NewExport().momentId(moment.getId()).addRatiosItem(Ratio.VERTICAL_9_16);
        return client.exports().create(wanted);
    }

    private static Export exported(Moment moment) {
        return client.exports().waitUntilDone(export(moment).getId());
    }
}
