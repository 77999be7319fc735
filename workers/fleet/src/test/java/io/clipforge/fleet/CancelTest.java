package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.render.RenderHandler;
import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobReport.Ended;
import io.clipforge.jobs.JobReport.Progressed;
import io.clipforge.jobs.JobReport.Started;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Transcript;
import io.clipforge.jobs.Waveform;
import io.clipforge.jobs.redis.JobJson;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.render.VideoEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Within a second after a cancel nothing of a run is left: no process, no file, no object. */
@Timeout(90)
class CancelTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final long LENGTH_MS = 20_000;

    @RegisterExtension static final FleetServers fleet = new FleetServers();

    @TempDir static Path media;

    @Test
    void aRenderingIsGoneWhileItEncodes() throws Exception {
        var ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
        var spec = storedTalk(ffmpeg);
        try (var _ = fleet.start(new RenderHandler(ffmpeg, VideoEncoder.OPENH264))) {
            fleet.control().submit(spec);
            var run = fleet.control().next(Started.class).run();
            var processes = new ProcessGroups(fleet.folder());
            while (fleet.control().next(Progressed.class).progress() < 0.15
                    || processes.alive().isEmpty()) {
                Thread.onSpinWait();
            }

            long start = System.nanoTime();
            fleet.control().queue.cancel(run);

            assertEquals(List.of(), untilEmpty(start, processes::alive));
            assertEquals(List.of(), untilEmpty(start, () -> workspace(run)));
            assertEquals(List.of(), untilEmpty(start, () -> fleet.files(spec.outputPrefix())));
            assertEquals(new JobOutcome.Cancelled(), fleet.control().next(Ended.class).outcome());
        }
    }

    @Test
    void aLargeUploadUnderWayIsStopped() throws Exception {
        var handler =
                new ScriptedHandler(it -> {
                    it.write("first.json", new Waveform(1, List.of()));
                    var file = it.workspace().resolve("large");
                    Files.write(file, new byte[64 << 20]);
                    it.progress("uploading", 0.5);
                    while (true) { // hardly ever between two uploads
                        it.store("large", file, "video/mp4");
                    }
                });
        try (var _ = fleet.start(handler)) {
            var prefix = fleet.control().submit().spec().outputPrefix();
            var run = fleet.control().next(Started.class).run();
            while (!fleet.control().next(Progressed.class).stage().equals("uploading")
                    || fleet.files(prefix).size() < 2) {
                Thread.onSpinWait();
            }

            long start = System.nanoTime();
            fleet.control().queue.cancel(run);

            assertEquals(List.of(), untilEmpty(start, () -> workspace(run)));
            assertEquals(new JobOutcome.Cancelled(), fleet.control().next(Ended.class).outcome());
            assertEquals(List.of(), untilEmpty(start, () -> named(prefix, "first.json", "large")));
        }
    }

    @Test
    void anUploadThatArrivesAfterTheCancelIsDeleted() throws Exception {
        var handler =
                new ScriptedHandler(it -> {
                    it.write("late.json", new Waveform(1, List.of(0.5)));
                    return ScriptedHandler.DONE;
                });
        try (var road = new SlowRoad(fleet.storage());
                var _ = fleet.start(road.settings(), handler)) {
            var prefix = fleet.control().submit().spec().outputPrefix();
            var run = fleet.control().next(Started.class).run();
            road.held.await();

            long start = System.nanoTime();
            fleet.control().queue.cancel(run);
            road.arrived.await();

            assertFalse(fleet.files(prefix).isEmpty());
            assertEquals(List.of(), untilEmpty(start, () -> fleet.files(prefix)));
        }
    }

    private static <T> List<T> untilEmpty(long start, Callable<List<T>> question) throws Exception {
        var left = question.call();
        while (!left.isEmpty() && System.nanoTime() - start < LIMIT.toNanos()) {
            left = question.call();
        }
        if (left.isEmpty()) {
            var time = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(time.compareTo(LIMIT) <= 0, time::toString);
        }
        return left;
    }

    /** The server's own file of half an upload is no object. */
    private static List<Path> named(String prefix, String... names) throws IOException {
        return fleet.files(prefix).stream()
                .filter(it -> List.of(names).contains(it.getFileName().toString()))
                .toList();
    }

    /** Asked for by its name: a walk stumbles over what is deleted under its feet. */
    private static List<Path> workspace(UUID run) throws IOException {
        try (var fleets = Files.list(fleet.folder())) {
            return fleets.map(it -> it.resolve(run.toString())).filter(Files::exists).toList();
        }
    }

    private static JobSpec.Render storedTalk(Ffmpeg ffmpeg) throws Exception {
        var id = UUID.randomUUID();
        var talk = new SampleMedia(ffmpeg, media).video("talk.mp4", LENGTH_MS / 1000.0);
        fleet.store().upload("talk", talk, "video/mp4");
        write("transcript", new Transcript("en", "test", List.of(), List.of()));
        write(
                "analysis",
                new Analysis(List.of(new Analysis.Shot(0, LENGTH_MS)), List.of(), 100, List.of()));
        return new JobSpec.Render(
                id,
                "talk",
                "transcript",
                "analysis",
                0,
                LENGTH_MS,
                List.of(JobSpec.Ratio.VERTICAL_9_16, JobSpec.Ratio.SQUARE_1_1),
                new JobSpec.Captions(false, JobSpec.Captions.Style.CLASSIC, null),
                null,
                "org/" + id + "/",
                null);
    }

    private static void write(String key, Object document) throws Exception {
        fleet.store().write(key, JobJson.write(document), "application/json");
    }
}
