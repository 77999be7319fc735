package io.clipforge.media.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Loudness;
import io.clipforge.media.Probe;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.sound.Treatment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundtrackTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
    private static final double SECONDS = 8;

    @TempDir Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    a tone            | 0.1*sin(2*PI*440*t)
                    far too loud      | 0.99*sin(2*PI*440*t)
                    clipped           | max(-1,min(1,6*sin(2*PI*300*t)))
                    quiet             | 0.003*sin(2*PI*440*t)
                    nearly lost       | 0.0012*sin(2*PI*60*t)
                    faint noise       | 0.002*(random(0)*2-1)
                    noise             | 0.3*(random(0)*2-1)
                    words and pauses  | 0.2*sin(2*PI*180*t)*gt(sin(2*PI*0.9*t),0.2)
                    clicks            | if(lt(mod(t,0.5),0.002),0.9,0.01*sin(2*PI*500*t))
                    between samples   | 0.98*sin(2*PI*12000*t+PI/4)
                    nearly all quiet  | if(lt(t,7),0.0005*sin(2*PI*200*t),0.3*sin(2*PI*200*t))
                    """)
    void everySoundEndsAtTheSameLoudnessBelowThePeak(String name, String wave) throws Exception {
        var mastered = master(wave);
        assertEquals(-14, mastered.loudness().integratedLufs(), 0.5, name);
        assertTrue(mastered.loudness().truePeakDbtp() <= -1, name + mastered.loudness());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    silence  | 0
                    hiss     | 0.0002*(random(0)*2-1)
                    """)
    void whatIsAsQuietAsSilenceStaysSo(String name, String wave) throws Exception {
        var mastered = master(wave);
        assertTrue(mastered.silent(), name);
        assertTrue(mastered.loudness().integratedLufs() <= -60, name + mastered.loudness());
        assertTrue(mastered.loudness().truePeakDbtp() >= Loudness.NO_PEAK_DBTP);
    }

    @Test
    void theSoundIsCutToTheSample() throws Exception {
        var file = master("0.1*sin(2*PI*440*t)").file();
        var info = new Probe(ffmpeg).inspect(file);
        assertEquals(Duration.ofMillis(7500), info.duration());
    }

    private Soundtrack.Mastered master(String wave) throws Exception {
        var source = "aevalsrc='" + wave + "':s=48000:d=" + SECONDS;
        var file =
                new SampleMedia(ffmpeg, folder)
                        .make("source.wav", List.of("-f", "lavfi", "-i", source));
        var audio = new Probe(ffmpeg).inspect(file).audio();
        var timeline = new Timeline(0.5, new FrameRate(30, 1), 225);
        return new Soundtrack(ffmpeg, folder, Reel.of(timeline), false)
                .master(file, audio, Treatment.NONE, List.of());
    }
}
