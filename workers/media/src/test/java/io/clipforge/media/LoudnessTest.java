package io.clipforge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoudnessTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
    private static final Duration LENGTH = Duration.ofSeconds(10);

    private final Loudness loudness = new Loudness(ffmpeg);

    @TempDir Path folder;
    private SampleMedia media;

    @BeforeEach
    void useTheFolder() {
        media = new SampleMedia(ffmpeg, folder);
    }

    @Test
    void theCalibrationToneOfEbuTech3341IsMeasured() throws Exception {
        // stereo sine of 1 kHz with peaks at -23 dBFS is -23 LUFS by definition
        var file = tone("0.0708");

        var measured = loudness.measure(file, 0, LENGTH);

        assertEquals(-23.0, measured.integratedLufs(), 0.1);
        assertEquals(-23.0, measured.truePeakDbtp(), 0.2);
        assertEquals(0.0, measured.rangeLu(), 0.1);
    }

    @Test
    void silenceHasFiniteFigures() throws Exception {
        var file = tone("0");

        var measured = loudness.measure(file, 0, LENGTH);

        assertEquals(Loudness.SILENCE_LUFS, measured.integratedLufs());
        assertEquals(Loudness.NO_PEAK_DBTP, measured.truePeakDbtp());
    }

    @Test
    void momentaryLoudnessComesTenTimesASecond() throws Exception {
        var file = tone("if(lt(t,5),0.0708,0)");

        var series = loudness.momentary(file, 0, LENGTH);

        assertEquals(100, series.size(), 1);
        assertEquals(Loudness.SILENCE_LUFS, series.getFirst());
        assertEquals(-23.0, series.get(20), 0.1);
        assertEquals(-23.0, series.get(48), 0.1);
        assertEquals(Loudness.SILENCE_LUFS, series.get(60));
    }

    private Path tone(String amplitude) {
        var wave = amplitude + "*sin(2*PI*1000*t)";
        var source = "aevalsrc='" + wave + "|" + wave + "':s=48000:d=10";
        return media.make("tone.wav", List.of("-f", "lavfi", "-i", source));
    }
}
