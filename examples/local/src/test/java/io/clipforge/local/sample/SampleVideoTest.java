package io.clipforge.local.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleVideoTest {
    private static final double FRAME = 1.0 / 25;

    @TempDir static Path folder;
    private static SampleVideo sample;
    private static SampleVideo.Truth truth;

    @BeforeAll
    static void make() throws Exception {
        sample = SampleVideo.in(folder);
        truth = new ObjectMapper().readValue(sample.truth().toFile(), SampleVideo.Truth.class);
    }

    @Test
    void itIsATalkOfFourVoicesOfAboutTwoMinutes() {
        assertTrue(truth.duration() >= 110 && truth.duration() <= 130, truth.duration() + " s");
        assertEquals(
                4,
                truth.sentences().stream().map(SampleVideo.Sentence::speaker).distinct().count());
        assertTrue(truth.sentences().size() >= 25);
        assertEquals(
                truth.words(),
                truth.sentences().stream()
                        .map(SampleVideo.Sentence::text)
                        .collect(Collectors.joining(" "))
                        .split(" ")
                        .length);
    }

    @Test
    void nobodyInterruptsAnybody() {
        double silentSince = 0;
        for (var sentence : truth.sentences()) {
            assertTrue(sentence.start() >= silentSince + 0.3, sentence.text());
            assertTrue(sentence.end() > sentence.start());
            silentSince = sentence.end();
        }
        assertTrue(silentSince < truth.duration());
    }

    @Test
    void theVideoHasTheSizeRateAndLengthItPromises() throws Exception {
        var report = ffmpeg("-i", sample.video().toString(), "-f", "null", "-");
        assertTrue(report.contains("h264"), report);
        assertTrue(report.contains("1280x720"), report);
        assertTrue(report.contains("25 fps"), report);
        assertEquals(truth.duration(), lastTime(report), 2 * FRAME);
    }

    @Test
    void theCutsAreWhereTheTruthSays() throws Exception {
        var report =
                ffmpeg(
                        "-i",
                        sample.video().toString(),
                        "-vf",
                        "scale=160:90,select='gt(scene,0.2)',showinfo",
                        "-f",
                        "null",
                        "-");
        var seen =
                Pattern.compile("pts_time:([0-9.]+)")
                        .matcher(report)
                        .results()
                        .map(it -> Double.valueOf(it.group(1)))
                        .toList();
        assertTrue(truth.cuts().size() >= 6);
        assertEquals(truth.cuts().size(), seen.size(), seen + " instead of " + truth.cuts());
        for (int i = 0; i < seen.size(); i++) {
            assertEquals(truth.cuts().get(i), seen.get(i), FRAME);
        }
    }

    @Test
    void theSameWordsAreTheSameSoundEachTime() throws Exception {
        var shots = Script.SHOTS.subList(0, 4);
        assertArrayEquals(
                Narration.speak(shots).littleEndian(), Narration.speak(shots).littleEndian());
    }

    @Test
    void aSampleThatIsThereIsNotMadeAgain() throws Exception {
        var made = Files.getLastModifiedTime(sample.video());
        assertEquals(sample, SampleVideo.in(folder));
        assertEquals(made, Files.getLastModifiedTime(sample.video()));
    }

    private static double lastTime(String report) {
        return Pattern.compile("time=(\\d+):(\\d+):([0-9.]+)")
                .matcher(report)
                .results()
                .mapToDouble(it ->
                        Integer.parseInt(it.group(1)) * 3600
                                + Integer.parseInt(it.group(2)) * 60
                                + Double.parseDouble(it.group(3)))
                .max()
                .orElseThrow();
    }

    private static String ffmpeg(String... arguments) throws IOException, InterruptedException {
        var ffmpeg = Path.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
        var builder = new ProcessBuilder(ffmpeg.toString(), "-hide_banner", "-nostdin");
        builder.command().addAll(List.of(arguments));
        builder.environment()
                .put("LD_LIBRARY_PATH", Objects.requireNonNull(ffmpeg.getParent()).toString());
        var process = builder.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
