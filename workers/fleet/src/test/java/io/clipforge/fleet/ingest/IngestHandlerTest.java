package io.clipforge.fleet.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.FolderJobContext;
import io.clipforge.fleet.FolderJobContext.Reported;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Waveform;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Probe;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.WavFile;
import io.clipforge.net.Reach;
import io.clipforge.net.SafeHttp;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestHandlerTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String KEY = "org/uploads/talk.mp4";
    private static final long PART_MS = 120_000;
    private static final String PREFIX = "org/assets/1/";

    private static final DownloadConfiguration LOOPBACK =
            new DownloadConfiguration(
                    Reach.ALSO_LOOPBACK, LONG, LONG, LONG, 3, Duration.ofMillis(1));

    private final SafeHttp http = new SafeHttp(LOOPBACK.reach(), LOOPBACK.limits());
    private final IngestHandler handler =
            new IngestHandler(
                    ffmpeg, new Sources(new Download(http, LOOPBACK), new SampleFiles(ffmpeg)));

    @TempDir Path folder;
    private SampleMedia media;
    private FolderJobContext context;

    @BeforeEach
    void useTheFolder() {
        media = new SampleMedia(ffmpeg, folder);
        context = new FolderJobContext(folder, PREFIX);
    }

    @AfterEach
    void closeTheClient() {
        http.close();
    }

    @Test
    void aFilmBecomesWhatTheLaterStagesRead() throws Exception {
        var film = media.video("film.mp4", 3);

        var ingested = ingested(film);

        var facts = ingested.media();
        assertEquals(3.0, facts.durationMs() / 1000.0, 0.05);
        assertEquals(Files.size(film), facts.sizeBytes());
        assertEquals(
                new JobResult.MediaFacts(
                        facts.durationMs(),
                        facts.sizeBytes(),
                        "mp4",
                        640,
                        360,
                        25.0,
                        "h264",
                        "aac"),
                facts);
        assertEquals(KEY, ingested.sourceKey());
        var wav = WavFile.open(context.object(ingested.audioKey()));
        assertEquals(16_000, wav.sampleRate());
        var proxy = new Probe(ffmpeg).inspect(context.object(text(ingested.proxyKey())));
        assertEquals(360, Objects.requireNonNull(proxy.video()).height());
        assertTrue(Files.size(context.object(text(ingested.posterKey()))) > 1000);
        assertEquals(
                List.of("audio/wav", "video/mp4", "image/jpeg", "application/json"),
                List.copyOf(context.contentTypes().values()));
    }

    @Test
    void theWaveformIsTheOutlineOfTheSound() throws Exception {
        var loudThenQuiet = "aevalsrc=if(lt(t\\,1)\\,0.8\\,0.1):s=48000:d=2";
        var file = media.make("steps.wav", List.of("-f", "lavfi", "-i", loudThenQuiet));

        var waveform = context.read(ingested(file).waveformKey(), Waveform.class);

        assertEquals(2000.0, (double) waveform.hopMs() * waveform.peaks().size(), 40.0);
        assertEquals(0.8, waveform.peaks().get(10), 0.02);
        assertEquals(0.1, waveform.peaks().getLast(), 0.02);
    }

    @Test
    void soundAloneIsEnough() throws Exception {
        var ingested = ingested(media.tone("tone.mp3", 2, 440));

        assertNull(ingested.proxyKey());
        assertNull(ingested.posterKey());
        assertNull(ingested.media().width());
        assertNull(ingested.media().videoCodec());
        assertEquals("mp3", ingested.media().audioCodec());
        assertNotNull(ingested.waveformKey());
    }

    @Test
    void progressOnlyGrowsAndEndsWithOne() throws Exception {
        ingested(media.video("film.mp4", 3));

        var progress = context.reports().stream().map(Reported::progress).toList();
        assertEquals(progress.stream().sorted().toList(), progress);
        assertEquals(1.0, progress.getLast());
        assertTrue(progress.size() >= 8, progress.toString());
    }

    @Test
    void aLongFilmIsCutIntoPartsAndAShortOneStaysWhole() throws Exception {
        var film = media.video("film.mp4", 4);
        var other = new FolderJobContext(folder, PREFIX + "2/");
        context.put(KEY, film);

        var whole = completed(handler.run(stored(), context));
        var cut = completed(handler.run(stored(1500), other));

        assertEquals(List.of(), whole.parts());
        assertEquals(3, cut.parts().size());
        assertEquals(cut.media().durationMs(), cut.parts().getLast().endMs());
        assertNotNull(cut.proxyKey(), "the whole stays");
        for (var part : cut.parts()) {
            assertTrue(Files.exists(context.object(text(part.proxyKey()))));
        }
    }

    @Test
    void aFilmWithoutSoundIsRefused() throws Exception {
        assertRefused(JobProblem.NO_AUDIO, media.silentVideo("film.mp4", 1));
    }

    @Test
    void whatIsNoMediaIsRefusedWhateverItsName() throws Exception {
        var text = Files.writeString(folder.resolve("talk.mp3"), "My talk\n\nHello all.\n");

        assertRefused(JobProblem.UNSUPPORTED_MEDIA, text);
    }

    @Test
    void aFileWithAnotherContentThanAnnouncedIsRefused() throws Exception {
        context.put(KEY, Files.write(folder.resolve("other"), new byte[] {1, 2, 3}));
        var source = new JobSpec.Source.Stored(KEY, "talk.mp4", "00".repeat(32));
        var spec = new JobSpec.Ingest(UUID.randomUUID(), source, PART_MS, PREFIX, null);
        assertFailed(JobProblem.UPLOAD_INCOMPLETE, handler.run(spec, context));
    }

    @Test
    void aFileWithTheAnnouncedContentPassesToTheProbe() throws Exception {
        context.put(KEY, Files.write(folder.resolve("other"), new byte[] {1, 2, 3}));
        var announced = "039058C6F2C0CB492C533B0A4D14EF77CC0F78ABCCCED5287D84A1A2011CFB81";
        var source = new JobSpec.Source.Stored(KEY, "talk.mp4", announced);
        var spec = new JobSpec.Ingest(UUID.randomUUID(), source, PART_MS, PREFIX, null);
        assertFailed(JobProblem.UNSUPPORTED_MEDIA, handler.run(spec, context));
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        assertRefused(JobProblem.UNSUPPORTED_MEDIA, Files.createFile(folder.resolve("talk.mp4")));
    }

    @Test
    void aFileThatWasCutShortIsRefused() throws Exception {
        var whole = Files.readAllBytes(media.video("film.mp4", 2));
        var cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(whole, whole.length / 2));

        assertRefused(JobProblem.UNDECODABLE_MEDIA, cut);
    }

    @Test
    void aSoundTrackOfWhichNothingDecodesIsRefused() throws Exception {
        var flac = Files.readAllBytes(media.tone("tone.flac", 4, 440));
        int header = 100; // enough to be taken for FLAC, too little for a frame
        Arrays.fill(flac, header, flac.length, (byte) 0);
        var file = Files.write(folder.resolve("damaged.flac"), flac);

        assertRefused(JobProblem.UNDECODABLE_MEDIA, file);
    }

    @Test
    void aDamagedSoundTrackIsUsedAsFarAsItDecodes() throws Exception {
        var ingested = ingested(media.damaged(media.tone("tone.mp3", 4, 440), "damaged.mp3"));

        assertTrue(ingested.media().durationMs() > 1500);
        assertTrue(
                context.reports().stream().anyMatch(it -> it.stage().contains("sound is damaged")));
    }

    @Test
    void aFileFromAUrlIsStoredToo() throws Exception {
        var film = media.video("film.mp4", 1);
        try (var server = FileServer.of(film)) {
            var outcome = handler.run(from(server.url(), 10_000_000), context);

            var completed = assertInstanceOf(JobOutcome.Completed.class, outcome);
            var ingested = assertInstanceOf(JobResult.Ingested.class, completed.result());
            assertEquals(PREFIX + "source", ingested.sourceKey());
            assertEquals(-1, Files.mismatch(film, context.object(ingested.sourceKey())));
        }
    }

    @Test
    void aServerThatStumblesIsAskedAgain() throws Exception {
        try (var server = FileServer.of(media.tone("tone.wav", 1, 440)).stumbling(2)) {
            var outcome = handler.run(from(server.url(), 10_000_000), context);

            assertInstanceOf(JobOutcome.Completed.class, outcome);
            assertEquals(3, server.requests());
        }
    }

    @Test
    void aServerThatDoesNotRecoverIsUnreachable() throws Exception {
        try (var server = FileServer.of(media.tone("tone.wav", 1, 440)).stumbling(9)) {
            assertUrlRefused(JobProblem.SOURCE_UNREACHABLE, server.url(), 10_000_000);
            assertEquals(3, server.requests());
        }
    }

    @Test
    void aFileLargerThanAllowedIsRefused() throws Exception {
        try (var server = FileServer.of(media.tone("tone.wav", 1, 440))) {
            assertUrlRefused(JobProblem.PAYLOAD_TOO_LARGE, server.url(), 1000);
            assertEquals(1, server.requests());
        }
    }

    @Test
    void aPrivateAddressIsRefused() throws Exception {
        for (var url :
                List.of("https://10.0.0.1/a.mp4", "file:///etc/passwd", "ftp://a.com/b", "a b")) {
            assertUrlRefused(JobProblem.SOURCE_FORBIDDEN, url, 10_000_000);
        }
    }

    @Test
    void aSourceThatIsGoneIsWorthAnotherAttempt() {
        assertThrows(FileNotFoundException.class, () -> handler.run(stored(), context));
    }

    private JobResult.Ingested ingested(Path file) throws Exception {
        context.put(KEY, file);
        return completed(handler.run(stored(), context));
    }

    private static JobResult.Ingested completed(JobOutcome outcome) {
        var completed = assertInstanceOf(JobOutcome.Completed.class, outcome);
        return assertInstanceOf(JobResult.Ingested.class, completed.result());
    }

    private void assertRefused(JobProblem problem, Path file) throws Exception {
        context.put(KEY, file);
        assertFailed(problem, handler.run(stored(), context));
    }

    private void assertUrlRefused(JobProblem problem, String url, long maxBytes) throws Exception {
        assertFailed(problem, handler.run(from(url, maxBytes), context));
    }

    private void assertFailed(JobProblem problem, JobOutcome outcome) {
        var failed = assertInstanceOf(JobOutcome.Failed.class, outcome);
        assertEquals(problem, failed.problem(), failed.detail());
        assertTrue(failed.detail().matches("[A-Z].*\\."), failed.detail());
        assertTrue(context.contentTypes().isEmpty(), "nothing is stored");
    }

    private static JobSpec.Ingest from(String url, long maxBytes) {
        var source = new JobSpec.Source.Url(url, maxBytes);
        return new JobSpec.Ingest(UUID.randomUUID(), source, PART_MS, PREFIX, null);
    }

    private static JobSpec.Ingest stored() {
        return stored(PART_MS);
    }

    private static JobSpec.Ingest stored(long partMs) {
        var source = new JobSpec.Source.Stored(KEY, "talk.mp4");
        return new JobSpec.Ingest(UUID.randomUUID(), source, partMs, PREFIX, null);
    }

    private static String text(@Nullable String key) {
        return Objects.requireNonNull(key);
    }
}
