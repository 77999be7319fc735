package io.clipforge.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.ids.TypeId;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Limits;
import io.clipforge.sdk.ClipForge;
import io.clipforge.sdk.ProgressListener;
import io.clipforge.sdk.errors.JobFailedException;
import io.clipforge.sdk.model.Export;
import io.clipforge.sdk.model.ExportStatus;
import io.clipforge.sdk.model.Ingest;
import io.clipforge.sdk.model.IngestOptions;
import io.clipforge.sdk.model.NewExport;
import io.clipforge.sdk.model.NewIngest;
import io.clipforge.sdk.model.QualityCheck;
import io.clipforge.sdk.model.QualityVerdict;
import io.clipforge.sdk.model.Ratio;
import io.clipforge.sdk.model.SuppliedTranscript;
import io.clipforge.sdk.model.TranscriptFormat;
import io.clipforge.sdk.model.UploadSource;
import io.clipforge.sdk.resources.UploadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a customer sees of a clip that is not worth having, on the whole platform: films that are
 * black or silent, sent, exported and paid for, or not.
 */
@Timeout(600)
class FailedQualityTest {
    private static final String TONE = "sine=f=300:d=8";
    private static final String NOTHING_HEARD = "anullsrc=r=48000:cl=stereo,atrim=end=8";
    private static final String MOVING = "testsrc2=s=320x180:r=25:d=8";
    private static final String BLACK = "color=black:s=320x180:r=25:d=8";
    private static final String WORDS =
            """
            1
            00:00:00,500 --> 00:00:07,500
            All of this is said, and nobody can hear a word.
            """;

    @TempDir static Path folder;
    private static final Map<String, String> ASSETS = new ConcurrentHashMap<>();
    private static Platform platform;
    private static ClipForge client;
    private static String project;

    @BeforeAll
    static void begin() throws Exception {
        platform = Platform.start(folder.resolve("state"));
        client =
                ClipForge.builder()
                        .baseUrl(platform.url().toString())
                        .apiKey(platform.apiKey(Environment.LIVE))
                        .build();
        project = client.projects().create("Films without a point").getId();
        ASSETS.put("black", asset(BLACK, TONE, ""));
        ASSETS.put("black, spoken", asset(BLACK, TONE, WORDS));
        ASSETS.put("silent, spoken", asset(MOVING, NOTHING_HEARD, WORDS));
    }

    @AfterAll
    static void stop() throws Exception {
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    void aBlackClipInWhichNobodySpeaksFailsAndIsNotCharged() throws Exception {
        assertEquals(
                "black_picture (9:16, 1:1): The picture is black throughout and nobody speaks.",
                refusal("black", Ratio.VERTICAL_9_16, Ratio.SQUARE_1_1));
    }

    @Test
    void aSilentClipWhoseTranscriptHasWordsFailsAndIsNotCharged() throws Exception {
        assertEquals(
                "silence (1:1): The clip is silent, but its transcript has words.",
                refusal("silent, spoken", Ratio.SQUARE_1_1));
    }

    @Test
    void aBlackClipInWhichSomebodySpeaksIsDeliveredWithAWarningAndCharged() throws Exception {
        var export =
                client.exports().waitUntilDone(export("black, spoken", Ratio.SQUARE_1_1).getId());

        var quality = Objects.requireNonNull(export.getRenditions().getFirst().getQuality());
        assertEquals(QualityVerdict.WARN, quality.getVerdict());
        var black = check(quality.getChecks(), "black_picture");
        assertEquals(QualityVerdict.WARN, black.getVerdict());
        assertEquals("s", black.getUnit());
        assertTrue(black.getMeasured() > 3, black.getFinding());
        assertEquals(QualityVerdict.PASS, check(quality.getChecks(), "true_peak").getVerdict());
        assertEquals(List.of("rendered_ms 4000"), charges(export));
    }

    private static String refusal(String asset, Ratio... ratios) throws Exception {
        var export = export(asset, ratios);
        var failure =
                assertThrows(
                        JobFailedException.class,
                        () -> client.exports().waitUntilDone(export.getId()));
        var problem = failure.problem().orElseThrow();
        assertEquals("export_quality_failed", problem.getCode());
        var seen = client.exports().get(export.getId());
        assertEquals(ExportStatus.FAILED, seen.getStatus());
        assertEquals(List.of(), seen.getRenditions());
        assertEquals(List.of(), charges(export));
        return Objects.requireNonNull(problem.getDetail());
    }

    private static Export export(String asset, Ratio... ratios) {
        return client.exports()
                .create(
                        new NewExport()
                                .assetId(ASSETS.get(asset))
                                .startMs(2000L)
                                .endMs(6000L)
                                .ratios(List.of(ratios)));
    }

    private static QualityCheck check(List<QualityCheck> checks, String name) {
        return checks.stream().filter(it -> it.getName().equals(name)).findFirst().orElseThrow();
    }

    private static String asset(String picture, String sound, String words) throws Exception {
        var file = folder.resolve("film-%d.mp4".formatted(ASSETS.size()));
        new Ffmpeg(FfmpegSettings.bundled())
                .run(
                        List.of(
                                "-f",
                                "lavfi",
                                "-i",
                                picture,
                                "-f",
                                "lavfi",
                                "-i",
                                sound,
                                "-c:v",
                                "libopenh264",
                                "-b:v",
                                "1M",
                                "-pix_fmt",
                                "yuv420p",
                                "-c:a",
                                "aac",
                                "file:" + file),
                        Limits.glance());
        var options = UploadOptions.defaults().withProjectId(project);
        var upload = client.uploads().upload(file, options, ProgressListener.NONE);
        var wanted =
                new NewIngest()
                        .projectId(project)
                        .source(new UploadSource().uploadId(upload.getId()));
        if (!words.isEmpty()) {
            var transcript = new SuppliedTranscript().format(TranscriptFormat.SRT).content(words);
            wanted.options(new IngestOptions().transcript(transcript));
        }
        Ingest ingest = client.ingests().waitUntilDone(client.ingests().create(wanted).getId());
        return Objects.requireNonNull(ingest.getAssetId());
    }

    /** What the ledger says of an export's job. */
    private static List<String> charges(Export export) throws Exception {
        try (var connection = platform.servers().superuser();
                var select =
                        connection.prepareStatement(
                                """
                                select u.meter || ' ' || u.quantity
                                  from usage_entries u join exports e on e.job_id = u.job_id
                                 where e.id = ?::uuid
                                """)) {
            select.setString(1, uuid(export.getId()));
            var charges = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    charges.add(rows.getString(1));
                }
            }
            return charges;
        }
    }

    private static String uuid(String id) {
        return TypeId.EXPORT.find(id).orElseThrow().toString();
    }
}
