package io.clipforge.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.local.Platform;
import io.clipforge.local.sample.SampleVideo;
import io.clipforge.telemetry.OtlpReceiver;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way from the sample video to captioned clips, through every stage, on real servers:
 * over HTTP with the SDK, webhooks included. What is measured is measured on the finished files.
 */
class DemoTest {
    private static final double FRAME = 1.0 / 25;
    private static final double HEARING = 0.15; // how exactly the engine knows where a word begins
    private static final Map<String, List<Integer>> SIZES =
            Map.of("9:16", List.of(1080, 1920), "1:1", List.of(1080, 1080));

    private static final OtlpReceiver COLLECTOR = new OtlpReceiver();

    @TempDir static Path folder;
    private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();
    private static Platform platform;
    private static Customer customer;
    private static SampleVideo.Truth truth;
    private static Report report;
    private static Path out;

    @BeforeAll
    static void makeClipsOfTheSample() throws Exception {
        var sample = SampleVideo.in(Path.of("target/sample"));
        truth = new ObjectMapper().readValue(sample.truth().toFile(), SampleVideo.Truth.class);
        COLLECTOR.settings().forEach(System::setProperty);
        platform = Platform.start(folder.resolve("state"));
        customer = Customer.arrive(platform.url(), platform.apiKey(Environment.TEST));
        out = folder.resolve("out");
        report = maker("--ratio", "9:16,1:1", "--top", "2").make(sample.video(), out);
    }

    @AfterAll
    static void stop() throws Exception {
        if (customer != null) {
            customer.close();
        }
        if (platform != null) {
            platform.close();
        }
        COLLECTOR.settings().keySet().forEach(System::clearProperty);
        COLLECTOR.close();
    }

    private static ClipMaker maker(String... options) throws Exception {
        var screen = new Screen(new PrintStream(PRINTED, true, StandardCharsets.UTF_8), false);
        return new ClipMaker(customer, Options.parse(options), screen, 0, 0);
    }

    @Test
    void atMostATenthOfTheWordsIsWrong() {
        var spoken =
                truth.sentences().stream()
                        .flatMap(it -> WordErrors.words(it.text()).stream())
                        .toList();
        var heard =
                report.transcript().words().stream()
                        .flatMap(it -> WordErrors.words(it.text()).stream())
                        .toList();
        double rate = WordErrors.rate(spoken, heard);
        System.out.printf("word error rate %.1f %%%n", 100 * rate);
        assertTrue(rate <= 0.10, "word error rate " + rate);
    }

    @Test
    void theWayFromTheRequestToTheWebhookIsOneTrace() {
        var request = COLLECTOR.await("createIngest", _ -> true);
        var sent = COLLECTOR.await("send ingest.v1", it -> it.isUnder(request));
        var work = COLLECTOR.await("process ingest.v1", it -> it.isUnder(sent));
        assertEquals("clipforge-fleet", work.service());
        COLLECTOR.await("ffmpeg", it -> it.isUnder(work));
        var settled = COLLECTOR.await("settle ingest.v1", it -> it.isUnder(request));
        for (var kind : List.of("transcribe.v1", "analyze.v1", "rank.v1")) {
            var next = COLLECTOR.await("send " + kind, it -> it.isUnder(settled));
            COLLECTOR.await("process " + kind, it -> it.isUnder(next));
        }
        var ranked = COLLECTOR.await("settle rank.v1", it -> it.isUnder(settled));
        var told = COLLECTOR.await("POST", it -> it.isUnder(ranked));
        assertEquals("CLIENT", told.kind());
    }

    @Test
    void sixMomentsOrMoreAreRankedAndExplained() {
        assertTrue(report.moments().size() >= 6, report.moments().size() + " moments");
        var scores = report.moments().stream().map(Report.Moment::score).toList();
        assertEquals(scores.stream().sorted((a, b) -> Double.compare(b, a)).toList(), scores);
        report.moments().forEach(it -> assertFalse(it.reasons().isEmpty(), it.title()));
    }

    @Test
    void noClipStartsOrEndsInsideAWord() {
        for (var cut : cuts()) {
            for (var word : report.transcript().words()) {
                assertFalse(word.start() < cut && cut < word.end(), cut + " cuts " + word);
            }
            for (var sentence : truth.sentences()) {
                assertFalse(
                        sentence.start() + HEARING < cut && cut < sentence.end() - HEARING,
                        cut + " cuts " + sentence);
            }
        }
    }

    private static List<Double> cuts() {
        var cuts =
                report.moments().stream().flatMap(it -> Stream.of(it.start(), it.end())).toList();
        assertFalse(cuts.isEmpty());
        return cuts;
    }

    @Test
    void eachOfTheBestMomentsIsAClipInEachShape() throws Exception {
        assertEquals(
                List.of("01-9x16.mp4", "01-1x1.mp4", "02-9x16.mp4", "02-1x1.mp4"),
                report.exports().stream().map(it -> it.file().replace("clips/", "")).toList());
        for (var export : report.exports()) {
            var picture = clip(export).stream("video");
            assertEquals(
                    SIZES.get(export.ratio()),
                    List.of(picture.path("width").asInt(), picture.path("height").asInt()));
            assertEquals("h264", picture.path("codec_name").asText());
            assertEquals("aac", clip(export).stream("audio").path("codec_name").asText());
        }
    }

    @Test
    void clipsLastAsLongAsTheirMomentsAndStayInSync() throws Exception {
        for (var export : report.exports()) {
            double picture = clip(export).seconds("video");
            assertEquals(export.end() - export.start(), picture, FRAME + 0.001, export.file());
            assertEquals(picture, clip(export).seconds("audio"), 0.040, export.file());
            assertEquals(picture, export.duration(), 0.001, export.file());
        }
    }

    @Test
    void clipsAreAsLoudAsPromised() throws Exception {
        for (var export : report.exports()) {
            assertEquals(-14, clip(export).integratedLufs(), 1, export.file());
            assertTrue(clip(export).truePeakDbtp() <= -1, export.file());
        }
    }

    @Test
    void theWordBeingSpokenIsSeenHighlighted() throws Exception {
        var export = report.exports().getFirst();
        var words =
                report.transcript().words().stream()
                        .filter(it -> it.start() >= export.start() && it.end() <= export.end())
                        .sorted((a, b) -> Integer.compare(a.text().length(), b.text().length()))
                        .toList();
        var shortest = plate(export, words.getFirst());
        var longest = plate(export, words.getLast());
        assertTrue(shortest.pixels() > 500, words.getFirst() + ": " + shortest);
        assertTrue(
                longest.width() > 2 * shortest.width(),
                words.getFirst() + ": " + shortest + ", " + words.getLast() + ": " + longest);
        assertEquals(0, Plate.in(clip(export).frame(0)).pixels(), "before anybody speaks");
    }

    private static Plate plate(Report.Export export, Report.Word word) throws Exception {
        return Plate.in(clip(export).frame((word.start() + word.end()) / 2 - export.start()));
    }

    @Test
    void subtitlesSayWhatIsSaidInTheClip() throws Exception {
        for (var export : report.exports()) {
            var said =
                    report.transcript().words().stream()
                            .filter(it -> it.start() >= export.start() && it.end() <= export.end())
                            .flatMap(it -> WordErrors.words(it.text()).stream())
                            .toList();
            assertFalse(said.isEmpty());
            assertEquals(said, cueWords(export.captions().srt()));
            assertEquals(said, cueWords(export.captions().vtt()));
        }
    }

    private static List<String> cueWords(String file) throws Exception {
        return Files.readAllLines(out.resolve(file)).stream()
                .filter(it -> !it.matches("WEBVTT.*|\\d+|.*-->.*"))
                .flatMap(it -> WordErrors.words(it.replaceAll("<[^>]*>", "")).stream())
                .toList();
    }

    @Test
    void everyWebhookArrivesOnceWithAVerifiedSignature() {
        assertEquals(
                Map.of(
                        "transcript.ready", 1L,
                        "moments.ready", 1L,
                        "ingest.completed", 1L,
                        "export.ready", 2L),
                report.webhooks().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Report.Webhook::type, Collectors.counting())));
        assertTrue(report.webhooks().stream().allMatch(Report.Webhook::verified));
    }

    @Test
    void theReportNamesFilesThatAreThere() throws Exception {
        var json = new ObjectMapper().readTree(out.resolve("report.json").toFile());
        var fields = new HashSet<String>();
        json.fieldNames().forEachRemaining(fields::add);
        assertEquals(
                Set.of(
                        "source",
                        "transcript",
                        "shots",
                        "moments",
                        "exports",
                        "webhooks",
                        "timings"),
                fields);
        for (var export : json.path("exports")) {
            var video = out.resolve(export.path("file").asText());
            assertTrue(Files.size(video) > 10_000, video.toString());
            assertTrue(
                    ImageIO.read(out.resolve(export.path("thumbnail").asText()).toFile()).getWidth()
                            > 0);
        }
        assertTrue(ImageIO.read(out.resolve("contact-sheet.jpg").toFile()).getWidth() > 500);
    }

    @Test
    void eachStageIsPrintedOnceAndNothingFloods() {
        var printed = PRINTED.toString(StandardCharsets.UTF_8);
        for (var stage : List.of("upload", "ingest", "transcribe", "analyze", "rank", "render")) {
            assertTrue(printed.lines().anyMatch(it -> it.strip().startsWith(stage)), stage);
        }
        assertFalse(printed.contains("\r"));
        assertTrue(printed.lines().count() < 80, printed);
    }

    @Test
    void whatIsNoMediaIsRefusedWithASentence() throws Exception {
        var file = Files.writeString(folder.resolve("notes.mp4"), "only some notes\n".repeat(99));
        assertEquals(
                "What was uploaded begins like no video, sound, picture or font that we know.",
                assertThrows(Unusable.class, () -> maker().make(file, out)).getMessage());
    }

    @Test
    void whatIsNotThereIsSaidSo() throws Exception {
        var maker = maker();
        var missing = folder.resolve("missing.mp4");
        assertEquals(
                "There is no such file.",
                assertThrows(Unusable.class, () -> maker.make(missing, out)).getMessage());
    }

    private static FinishedClip clip(Report.Export export) {
        return new FinishedClip(out.resolve(export.file()));
    }
}
