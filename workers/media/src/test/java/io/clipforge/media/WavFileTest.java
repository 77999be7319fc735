package io.clipforge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavFileTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());

    @TempDir Path folder;
    private SampleMedia media;

    @BeforeEach
    void useTheFolder() {
        media = new SampleMedia(ffmpeg, folder);
    }

    @Test
    void peaksFollowTheVolume() throws Exception {
        var file =
                media.make("steps.wav", List.of("-f", "lavfi", "-i", steps("0.25*(1+floor(t))")));

        var peaks = WavFile.open(file).peaks(Duration.ofMillis(250));

        assertEquals(10, peaks.size());
        assertEquals(0.25, peaks.get(1), 0.01);
        assertEquals(0.5, peaks.get(5), 0.01);
        assertEquals(0.75, peaks.get(9), 0.01);
    }

    @Test
    void aShortLastHopCounts() throws Exception {
        var file = media.make("steps.wav", List.of("-f", "lavfi", "-i", steps("0.5")));

        assertEquals(3, WavFile.open(file).peaks(Duration.ofSeconds(1)).size());
    }

    @Test
    void samplesAreReadFromAnywhere() throws Exception {
        var wav = WavFile.open(media.make("s.wav", List.of("-f", "lavfi", "-i", steps("0.5"))));

        assertEquals(40_000, wav.samples());
        assertEquals(16384, wav.read(20_000, 10)[9], 1);
        assertEquals(5, wav.read(39_995, 10).length);
        assertEquals(0, wav.read(50_000, 10).length);
    }

    @Test
    void somethingElseIsRefused() throws Exception {
        var stereo = media.make("stereo.wav", List.of("-f", "lavfi", "-i", "sine=d=1", "-ac", "2"));
        var text = Files.writeString(folder.resolve("text"), "this is no sound at all, is it");

        assertThrows(IOException.class, () -> WavFile.open(stereo));
        assertThrows(IOException.class, () -> WavFile.open(text));
    }

    @Test
    void theSamplesMayBeginAnywhere() throws Exception {
        var plain = media.make("s.wav", List.of("-f", "lavfi", "-i", steps("0.5")));
        var titled = folder.resolve("titled.wav");
        var title = "title=" + "long ".repeat(200);
        media.make("titled.wav", List.of("-i", plain.toString(), "-c", "copy", "-metadata", title));

        var wav = WavFile.open(titled);

        assertTrue(wav.dataOffset() > 1000);
        assertEquals(40_000, wav.samples());
        assertEquals(16384, wav.read(20_000, 1)[0], 1);
    }

    @Test
    void levelsFollowTheVolumeOfAStretch() throws Exception {
        var file = media.make("steps.wav", List.of("-f", "lavfi", "-i", sine("0.5*floor(t)")));

        var levels = Levels.of(WavFile.open(file), 8000, 24_100, 8000);

        assertEquals(4, levels.length, "the last step is short");
        assertEquals(Levels.SILENCE_DB, levels[0]);
        assertEquals(-9, levels[1], 0.1);
        assertEquals(-9, levels[2], 0.1);
        assertEquals(0, Levels.of(WavFile.open(file), 50_000, 10, 10).length);
    }

    private static String sine(String amplitude) {
        return steps(amplitude + "*sin(2*PI*400*t)");
    }

    private static String steps(String expression) {
        return "aevalsrc=" + expression + ":s=16000:d=2.5";
    }
}
