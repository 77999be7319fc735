package io.clipforge.fleet.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.FolderJobContext;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.JobSpec.Source.Sample.Content;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.net.Reach;
import io.clipforge.net.SafeHttp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleFilesTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());

    private final SampleFiles samples = new SampleFiles(ffmpeg);

    @TempDir Path folder;

    @Test
    void aSampleIsTheSameBytesEveryTime() throws Exception {
        var first = folder.resolve("first");
        var second = folder.resolve("second");
        samples.make(Content.FILM, first);
        samples.make(Content.FILM, second);

        assertEquals(-1, Files.mismatch(first, second));
        assertTrue(Files.size(first) < 4 << 20, Files.size(first) + " bytes");
    }

    @Test
    void theFilmIsTakenIn() throws Exception {
        var completed = assertInstanceOf(JobOutcome.Completed.class, ingest(Content.FILM));

        var media = assertInstanceOf(JobResult.Ingested.class, completed.result()).media();
        assertEquals(40.0, media.durationMs() / 1000.0, 0.2);
        assertEquals(320, media.width());
        assertEquals("aac", media.audioCodec());
    }

    @ParameterizedTest
    @CsvSource({
        "SILENT_FILM, NO_AUDIO",
        "CUT_OFF_FILM, UNDECODABLE_MEDIA",
        "TEXT, UNSUPPORTED_MEDIA"
    })
    void theOthersAreRefusedAsCustomersFilesAre(Content content, JobProblem problem)
            throws Exception {
        var failed = assertInstanceOf(JobOutcome.Failed.class, ingest(content));

        assertEquals(problem, failed.problem());
    }

    private JobOutcome ingest(Content content) throws Exception {
        var spec =
                new JobSpec.Ingest(
                        UUID.randomUUID(),
                        new JobSpec.Source.Sample(content),
                        300_000,
                        "org/assets/1/",
                        null);
        try (var http = new SafeHttp(Reach.PUBLIC_ONLY, nothing().limits())) {
            var handler =
                    new IngestHandler(ffmpeg, new Sources(new Download(http, nothing()), samples));
            return handler.run(spec, new FolderJobContext(folder, spec.outputPrefix()));
        }
    }

    /** A sample is fetched from nowhere. */
    private static DownloadConfiguration nothing() {
        var moment = Duration.ofMillis(1);
        return new DownloadConfiguration(Reach.PUBLIC_ONLY, moment, moment, moment, 1, moment);
    }
}
