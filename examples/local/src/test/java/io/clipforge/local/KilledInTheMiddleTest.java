package io.clipforge.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.local.demo.EventLog;
import io.clipforge.local.sample.SampleVideo;
import io.clipforge.sdk.ClipForge;
import io.clipforge.sdk.ProgressListener;
import io.clipforge.sdk.model.DeliveryStatus;
import io.clipforge.sdk.model.Event;
import io.clipforge.sdk.model.Export;
import io.clipforge.sdk.model.Ingest;
import io.clipforge.sdk.model.IngestOptions;
import io.clipforge.sdk.model.Job;
import io.clipforge.sdk.model.JobKind;
import io.clipforge.sdk.model.JobStatus;
import io.clipforge.sdk.model.Moment;
import io.clipforge.sdk.model.NewExport;
import io.clipforge.sdk.model.NewIngest;
import io.clipforge.sdk.model.Ratio;
import io.clipforge.sdk.model.SuppliedTranscript;
import io.clipforge.sdk.model.TranscriptFormat;
import io.clipforge.sdk.resources.Jobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole JVM dies in the middle of an ingest and an export; the next start finishes both by
 * itself, and nothing is lost or doubled.
 */
class KilledInTheMiddleTest {
    private static final String CUES =
            """
            1
            00:00:00,500 --> 00:00:13,000
            What if I told you that you will lose ten years of your life?

            2
            00:00:13,200 --> 00:00:30,000
            The time that you give away will never come back to you.
            """;

    @TempDir Path folder;

    @Test
    void theWorkGoesOnByItselfAndNothingIsLostOrDoubled() throws Exception {
        var video = beginningOf(SampleVideo.in(Path.of("target/sample")).video());
        try (var events = new EventLog()) {
            Ingest ingest;
            Export export;
            try (var platform = RunningUp.on(folder.resolve("state"))) {
                events.subscribe(platform.client());
                var moment = momentToExport(platform.client(), video);
                ingest = ingest(platform.client(), video, new IngestOptions());
                awaitRunning(platform.client(), ingest.getJob(), JobKind.TRANSCRIBE);
                export =
                        platform.client()
                                .exports()
                                .create(
                                        new NewExport()
                                                .momentId(moment.getId())
                                                .ratios(
                                                        List.of(
                                                                Ratio.VERTICAL_9_16,
                                                                Ratio.SQUARE_1_1)));
                awaitRunning(platform.client(), export.getJob(), JobKind.RENDER);
                platform.kill9();
            }
            try (var platform = RunningUp.on(folder.resolve("state"))) {
                var client = platform.client();
                client.ingests().waitUntilDone(ingest.getId());
                client.exports().waitUntilDone(export.getId());
                eachJobSucceededOnce(client, ingest, export);
                resultsAreThereOnce(client, ingest);
                eventsHaveNoGapsAndNoDoubles(client, ingest, export);
                eachEventIsDeliveredOnce(client, events);
            }
        }
    }

    /** Long enough to be caught in the middle of. */
    private Path beginningOf(Path video) throws IOException, InterruptedException {
        var ffmpeg = Path.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
        var cut = folder.resolve("beginning.mp4");
        var builder =
                new ProcessBuilder(
                        ffmpeg.toString(),
                        "-v",
                        "error",
                        "-i",
                        video.toString(),
                        "-t",
                        "50",
                        "-c",
                        "copy",
                        cut.toString());
        builder.environment()
                .put("LD_LIBRARY_PATH", Objects.requireNonNull(ffmpeg.getParent()).toString());
        assertEquals(0, builder.inheritIO().start().waitFor());
        return cut;
    }

    private static Moment momentToExport(ClipForge client, Path video) {
        var supplied = new SuppliedTranscript().format(TranscriptFormat.SRT).content(CUES);
        var ingest = ingest(client, video, new IngestOptions().transcript(supplied));
        client.ingests().waitUntilDone(ingest.getId());
        return client.moments().list(ingest.getAssetId()).data().getFirst();
    }

    private static Ingest ingest(ClipForge client, Path video, IngestOptions options) {
        var project = client.projects().create("killed in the middle").getId();
        return client.ingests()
                .createFromFile(
                        video,
                        new NewIngest().projectId(project).options(options),
                        ProgressListener.NONE);
    }

    /** Follows the flow only until a job of the kind runs. */
    private static void awaitRunning(ClipForge client, Job flow, JobKind kind) {
        try {
            client.jobs()
                    .follow(
                            flow.getId(),
                            event -> {
                                if (event.getKind() == kind
                                        && event.getStatus() == JobStatus.RUNNING) {
                                    throw new Seen();
                                }
                            });
            throw new AssertionError(kind + " was never seen running");
        } catch (Seen _) {
            // that was awaited
        }
    }

    private static final class Seen extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static void eachJobSucceededOnce(ClipForge client, Ingest ingest, Export export) {
        var jobs =
                client.jobs().list(new Jobs.Filter().limit(100)).stream()
                        .filter(it ->
                                ingest.getId().equals(it.getIngestId())
                                        || export.getId().equals(it.getExportId()))
                        .toList();
        assertEquals(
                Set.of(
                        JobKind.INGEST,
                        JobKind.TRANSCRIBE,
                        JobKind.ANALYZE,
                        JobKind.RANK,
                        JobKind.RENDER),
                jobs.stream().map(Job::getKind).collect(Collectors.toSet()));
        assertEquals(5, jobs.size());
        jobs.forEach(it -> assertEquals(JobStatus.SUCCEEDED, it.getStatus(), it.toString()));
        for (var kind : List.of(JobKind.TRANSCRIBE, JobKind.RENDER)) {
            var attempts = jobs.stream().filter(it -> it.getKind() == kind).toList().getFirst();
            assertTrue(attempts.getAttempts() > 1, kind + " was not interrupted");
        }
    }

    private static void resultsAreThereOnce(ClipForge client, Ingest ingest) {
        var words = client.transcripts().get(ingest.getAssetId()).getWords();
        assertTrue(words.size() > 100, words.size() + " words");
        var starts = words.stream().map(it -> it.getStartMs()).toList();
        assertEquals(starts.stream().distinct().sorted().toList(), starts);
        var ranks =
                client.moments().list(ingest.getAssetId()).stream().map(Moment::getRank).toList();
        assertEquals(IntStream.rangeClosed(1, ranks.size()).boxed().toList(), ranks);
        assertTrue(ranks.size() > 1, ranks.size() + " moments");
    }

    private static void eventsHaveNoGapsAndNoDoubles(
            ClipForge client, Ingest ingest, Export export) {
        var byResource =
                client.events().list().stream()
                        .collect(Collectors.groupingBy(Event::getResourceId));
        byResource.forEach((resource, events) ->
                assertEquals(
                        LongStream.rangeClosed(1, events.size()).boxed().toList(),
                        events.stream().map(Event::getSequence).sorted().toList(),
                        resource));
        var expected =
                Map.of(
                        ingest.getId(), List.of("ingest.completed"),
                        ingest.getAssetId(), List.of("moments.ready", "transcript.ready"),
                        export.getId(), List.of("export.ready"));
        expected.forEach((resource, types) ->
                assertEquals(
                        types,
                        byResource.getOrDefault(resource, List.of()).stream()
                                .map(it -> it.getType().getValue())
                                .sorted()
                                .toList()));
    }

    private static void eachEventIsDeliveredOnce(ClipForge client, EventLog events)
            throws InterruptedException {
        var known = client.events().list().stream().map(Event::getId).sorted().toList();
        assertTrue(events.awaitAll(known), "not every webhook arrived");
        var deliveries = client.deliveries().list().stream().toList();
        assertEquals(known, deliveries.stream().map(it -> it.getEventId()).sorted().toList());
        assertTrue(
                deliveries.stream()
                        .allMatch(it ->
                                it.getStatus() == DeliveryStatus.DELIVERED
                                        || it.getStatus() == DeliveryStatus.PENDING));
    }
}
