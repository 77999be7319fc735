package io.clipforge.fleet.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.FolderJobContext;
import io.clipforge.fleet.FolderJobContext.Reported;
import io.clipforge.fleet.transcribe.Sound;
import io.clipforge.jobs.Part;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Probe;
import io.clipforge.media.SampleMedia;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {
    private static final Ffmpeg FFMPEG = new Ffmpeg(FfmpegSettings.bundled());

    @TempDir Path folder;
    private FolderJobContext context;

    @BeforeEach
    void surroundings() {
        context = new FolderJobContext(folder, "assets/1/");
    }

    @Test
    void partsTogetherAreTheWholeAsset() throws Exception {
        var parts = cut(24, picture(24), 24_000);

        assertEquals(2, parts.size());
        assertEquals(0, parts.getFirst().startMs());
        assertEquals(parts.getFirst().endMs(), parts.getLast().startMs());
        assertEquals(24_000, parts.getLast().endMs());
    }

    @Test
    void theVideoOfAPartShowsWhatIsAroundItToo() throws Exception {
        var parts = cut(24, picture(24), 24_000);

        var first = parts.getFirst();
        var second = parts.getLast();
        assertEquals(0, first.proxyStartMs());
        assertNear(second.startMs() - 4000, second.proxyStartMs());
        assertNear(first.endMs() + 4000, length(first).toMillis());
        assertEquals(24_000, second.proxyStartMs() + length(second).toMillis());
        assertEquals("assets/1/part-002.mp4", second.proxyKey());
    }

    @Test
    void afterTheEndOfThePictureThereIsNoVideo() throws Exception {
        var parts = cut(40, picture(12), 40_000);

        assertNotNull(parts.get(1).proxyKey(), "it shows the end of the picture");
        assertNull(parts.get(2).proxyKey());
    }

    @Test
    void soundAloneIsCutWithoutVideos() throws Exception {
        var parts = cut(34, null, 34_000);

        assertEquals(3, parts.size());
        assertTrue(parts.stream().allMatch(it -> it.proxyKey() == null));
        assertEquals(List.of(), List.copyOf(context.contentTypes().keySet()));
    }

    @Test
    void whatStaysWholeHasNoParts() throws Exception {
        assertEquals(List.of(), cut(15, picture(15), 15_000));
        assertEquals(List.of(), context.reports());
    }

    @Test
    void progressIsToldPartByPart() throws Exception {
        cut(34, null, 34_000);

        var progress = context.reports().stream().map(Reported::progress).toList();
        assertEquals(4, progress.size());
        assertEquals(progress.stream().sorted().distinct().toList(), progress);
    }

    /** Within a frame. */
    private static void assertNear(long expectedMs, long foundMs) {
        assertEquals((double) expectedMs, (double) foundMs, 40);
    }

    private List<Part> cut(int soundSeconds, @Nullable Picture picture, long durationMs)
            throws Exception {
        var sound = new Sound();
        while (sound.lengthMs() < soundSeconds * 1000L) {
            sound.noise(1.6).silence(0.4);
        }
        var wav = sound.write(folder.resolve("audio.wav"));
        return new Parts(FFMPEG, context).cut(wav, picture, durationMs, 10_000);
    }

    private Picture picture(int seconds) throws Exception {
        var film = new SampleMedia(FFMPEG, folder).silentVideo("film.mp4", seconds);
        var info = new Probe(FFMPEG).inspect(film);
        return new Picture(film, film, info.duration(), 25);
    }

    private Duration length(Part part) throws Exception {
        var video = context.object(Objects.requireNonNull(part.proxyKey()));
        return new Probe(FFMPEG).inspect(video).duration();
    }
}
