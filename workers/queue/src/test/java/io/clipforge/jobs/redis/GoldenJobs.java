package io.clipforge.jobs.redis;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Part;
import io.clipforge.jobs.Quality;
import io.clipforge.jobs.Trial;
import java.util.List;
import java.util.UUID;

/** The values that the files under {@code golden} stand for. */
final class GoldenJobs {
    private static final UUID ASSET = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    private static final UUID EXPORT = UUID.fromString("01900000-0000-7000-8000-00000000000b");
    private static final UUID JOB = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final String OUT = "org/1/assets/1/";
    private static final String RUN = OUT + "run/";

    private static final Part FIRST = new Part(0, 612_340, null, 0);
    private static final Part SECOND = new Part(612_340, 1_198_000, RUN + "proxy-2.mp4", 610_340);

    private GoldenJobs() {}

    static JobSpec spec(JobKind kind) {
        return switch (kind) {
            case INGEST ->
                    new JobSpec.Ingest(
                            ASSET,
                            new JobSpec.Source.Url("https://example.com/talk.mp4", 5_368_709_120L),
                            600_000,
                            OUT,
                            new Trial.Wait(30));
            case TRANSCRIBE ->
                    new JobSpec.Transcribe(
                            ASSET,
                            RUN + "audio.wav",
                            FIRST,
                            List.of(RUN + "part-1.json", RUN + "part-2.json"),
                            new JobSpec.SuppliedTranscript(
                                    "org/1/uploads/1/talk.srt",
                                    JobSpec.SuppliedTranscript.Format.SRT),
                            "en-US",
                            List.of("ClipForge", "Jörmungandr"),
                            new JobSpec.Speakers(2),
                            true,
                            OUT,
                            new Trial.Stumble("the first attempt was to fail"));
            case ANALYZE ->
                    new JobSpec.Analyze(
                            ASSET,
                            null,
                            RUN + "audio.wav",
                            SECOND,
                            List.of(
                                    new JobSpec.AnalyzedPart(FIRST, RUN + "part-1.json"),
                                    new JobSpec.AnalyzedPart(SECOND, null)),
                            OUT,
                            null);
            case RANK ->
                    new JobSpec.Rank(
                            ASSET,
                            120_040,
                            RUN + "transcript.json",
                            RUN + "analysis.json",
                            RUN + "chat.json",
                            8_000,
                            60_000,
                            12,
                            OUT,
                            null);
            case RENDER ->
                    new JobSpec.Render(
                            EXPORT,
                            RUN + "source.mp4",
                            RUN + "transcript.json",
                            RUN + "analysis.json",
                            12_400,
                            31_200,
                            List.of(JobSpec.Ratio.VERTICAL_9_16, JobSpec.Ratio.LANDSCAPE_16_9),
                            new JobSpec.Captions(
                                    true,
                                    JobSpec.Captions.Style.KARAOKE,
                                    new JobSpec.Captions.Wording(true, false)),
                            new JobSpec.Brand(
                                    "#101820",
                                    "#FFFFFF",
                                    "#FEE715",
                                    "org/1/brand_kits/1/logo.png",
                                    JobSpec.Brand.Corner.TOP_RIGHT,
                                    0.8,
                                    "org/1/brand_kits/1/house.ttf",
                                    new JobSpec.Brand.LowerThird("Ada Lovelace", "Analyst"),
                                    new JobSpec.Brand.Bumper("org/1/uploads/3/source", 3_000),
                                    new JobSpec.Brand.Bumper("org/1/uploads/4/source", 2_500)),
                            new JobSpec.Cut(true, false),
                            new JobSpec.Sound(
                                    true, new JobSpec.Sound.Music("org/1/uploads/2/source", -12.5)),
                            "org/1/exports/1/",
                            new Trial.Fail(
                                    JobProblem.EXPORT_QUALITY_FAILED, "rendering was to fail"));
        };
    }

    static JobResult result(JobKind kind) {
        return switch (kind) {
            case INGEST ->
                    new JobResult.Ingested(
                            new JobResult.MediaFacts(
                                    120_040, 7_340_032, "mp4", 1280, 720, 29.97, "h264", "aac"),
                            RUN + "source.mp4",
                            RUN + "audio.wav",
                            RUN + "proxy.mp4",
                            RUN + "poster.jpg",
                            RUN + "waveform.json",
                            List.of(FIRST, SECOND));
            case TRANSCRIBE ->
                    new JobResult.Transcribed(RUN + "transcript.json", "en-US", "supplied", 312);
            case ANALYZE -> new JobResult.Analyzed(RUN + "analysis.json", 0);
            case RANK -> new JobResult.Ranked(RUN + "moments.json", 8, RUN + "overview.svg");
            case RENDER ->
                    new JobResult.Rendered(
                            List.of(
                                    new JobResult.Rendition(
                                            JobSpec.Ratio.VERTICAL_9_16,
                                            1080,
                                            1920,
                                            18_800,
                                            4_194_304,
                                            "org/1/exports/1/run/9x16.mp4",
                                            "org/1/exports/1/run/9x16.srt",
                                            "org/1/exports/1/run/9x16.vtt",
                                            "org/1/exports/1/run/9x16.jpg",
                                            -14.1,
                                            -1.3,
                                            quality(),
                                            "org/1/exports/1/run/9x16-sheet.jpg")));
        };
    }

    private static Quality quality() {
        return new Quality(
                Quality.Verdict.WARN,
                List.of(
                        new Quality.Check(
                                "words_cut",
                                Quality.Verdict.WARN,
                                1,
                                0,
                                "count",
                                "The clip's start or end cuts through a word."),
                        new Quality.Check(
                                "sync",
                                Quality.Verdict.PASS,
                                13.333,
                                40,
                                "ms",
                                "Picture and sound are 13 ms apart.")));
    }

    static List<JobReport> reports() {
        return List.of(
                new JobReport.Started(JOB, 1, run(2), "host-7"),
                new JobReport.Progressed(JOB, 1, run(2), "encoding 9:16", 0.25),
                ended(
                        1,
                        2,
                        new JobOutcome.Completed(new JobResult.Analyzed(RUN + "analysis.json", 4))),
                ended(2, 3, new JobOutcome.RetryLater("the object store did not answer")),
                ended(3, 4, new JobOutcome.Failed(JobProblem.NO_AUDIO, "the file has no sound")),
                ended(4, 5, new JobOutcome.Cancelled()),
                ended(5, 6, new JobOutcome.HandedBack()));
    }

    private static JobReport ended(int attempt, int run, JobOutcome outcome) {
        return new JobReport.Ended(JOB, attempt, run(run), outcome);
    }

    private static UUID run(int number) {
        return UUID.fromString("01900000-0000-7000-8000-00000000000" + number);
    }
}
