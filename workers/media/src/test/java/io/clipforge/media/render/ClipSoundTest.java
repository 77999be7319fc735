package io.clipforge.media.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Loudness;
import io.clipforge.media.Probe;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.captions.Word;
import io.clipforge.media.sound.FloatReader;
import io.clipforge.media.sound.FloatWriter;
import io.clipforge.media.sound.Music;
import io.clipforge.media.sound.Treatment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipSoundTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
    private static final int SECONDS = 8;
    private static final Timeline TIMELINE = new Timeline(0, new FrameRate(25, 1), 25 * SECONDS);

    /** Half of each second is a voice: a low tone and its harmonics. */
    private static final String SPEECH =
            "lt(mod(t,1),0.5)*0.15*(sin(2*PI*140*t)+0.7*sin(2*PI*420*t)+0.4*sin(2*PI*1120*t)+0.2*sin(2*PI*2520*t))*(0.6+0.4*sin(2*PI*5*t))";

    private static final List<Word> WORDS =
            List.of(
                    new Word("one", 1000, 1500, null),
                    new Word("two", 2000, 2500, null),
                    new Word("three", 5000, 5500, null));

    @TempDir Path folder;

    @ParameterizedTest(name = "noise {0}")
    @ValueSource(doubles = {0.003, 0.01, 0.03})
    void noiseInPausesFallsAndSpeechStays(double noise) throws Exception {
        var source = sound("(" + SPEECH + ")+" + noise + "*(random(0)*2-1)");

        var plain = make("plain", source, Treatment.NONE, List.of());
        var clear = make("clear", source, new Treatment(true, null), List.of());

        double fall = pauses(plain) - pauses(clear);
        assertTrue(fall >= 6, "the noise falls by " + fall + " dB");
        assertEquals(lufs(plain), lufs(clear), 1);
        assertEquals(Files.size(clear) - 44, SECONDS * 48_000L * 8);
        assertEquals(0, lag(plain, clear), 48, "samples");
    }

    @Test
    void cleanSoundStaysAsItIs() throws Exception {
        var source = sound(SPEECH);
        var plain = make("plain", source, Treatment.NONE, List.of());
        var clear = make("clear", source, new Treatment(true, null), List.of());
        assertEquals(lufs(plain), lufs(clear), 0.5);
    }

    @Test
    void musicStepsBackForWordsAndComesBackInPauses() throws Exception {
        var source =
                sound("0.2*sin(2*PI*150*t)*(between(t,1,1.5)+between(t,2,2.5)+between(t,5,5.5))");
        var music = new SampleMedia(ffmpeg, folder).tone("music.mp3", 3, 1000);

        var mixed = make("mixed", source, new Treatment(false, new Music(music, -10)), WORDS);

        double pause = band(mixed, 3200, 4700);
        for (var word : WORDS) {
            double spoken = band(mixed, word.startMs() + 20, word.endMs() - 20);
            assertTrue(pause - spoken >= 10, word + ": " + (pause - spoken) + " dB");
        }
        // a tone is as loud as its LUFS say, less 3 dB for two channels that are the same
        double own = lufs(make("plain", source, Treatment.NONE, WORDS));
        assertEquals(own - 10, pause, 4);
        assertTrue(pause - band(mixed, 7900, 8000) > 15, "it fades out");
    }

    @Test
    void musicDoesNotHideWordsThatCannotBeHeard() throws Exception {
        var source = sound("0");
        var music = new SampleMedia(ffmpeg, folder).tone("music.wav", 20, 1000);
        var mixed = make("mixed", source, new Treatment(false, new Music(music, 0)), WORDS);
        assertTrue(lufs(mixed) <= Loudness.SILENCE_LUFS, "it is as silent as its source");
    }

    @Test
    void musicUnderSilenceIsHeard() throws Exception {
        var source = sound("0");
        var music = new SampleMedia(ffmpeg, folder).tone("music.wav", 20, 1000);
        var mixed = make("mixed", source, new Treatment(false, new Music(music, 0)), List.of());
        assertEquals(-14, lufs(mixed), 1.5);
    }

    private Path sound(String wave) {
        var source = "aevalsrc='%s':s=48000:d=%d".formatted(wave, SECONDS);
        return new SampleMedia(ffmpeg, folder)
                .make("source.wav", List.of("-f", "lavfi", "-i", source));
    }

    private Path make(String name, Path source, Treatment treatment, List<Word> words)
            throws Exception {
        var audio = new Probe(ffmpeg).inspect(source).audio();
        var out = Files.createDirectories(folder.resolve(name));
        return new ClipSound(ffmpeg, out, TIMELINE, treatment, words).make(source, audio);
    }

    private static double lufs(Path wav) throws Exception {
        return new Loudness(ffmpeg).measure(wav, 0, Duration.ofSeconds(SECONDS)).integratedLufs();
    }

    /** Level in the middle of the pauses, dB full scale. */
    private static double pauses(Path wav) throws Exception {
        double squares = 0;
        for (int second = 1; second < SECONDS; second++) {
            for (double sample : left(wav, second * 1000 + 650, second * 1000 + 900)) {
                squares += sample * sample;
            }
        }
        return 10 * Math.log10(squares / ((SECONDS - 1) * 12_000) + 1e-12);
    }

    /** Level of the music's tone alone (Goertzel's algorithm), dB full scale. */
    private static double band(Path wav, long fromMs, long toMs) throws Exception {
        var samples = left(wav, fromMs, toMs);
        double turn = 2 * Math.cos(2 * Math.PI * 1000 / FloatWriter.SAMPLE_RATE);
        double one = 0;
        double two = 0;
        for (int i = 0; i < samples.length; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / samples.length);
            double next = samples[i] * window + turn * one - two;
            two = one;
            one = next;
        }
        double power = one * one + two * two - turn * one * two;
        double amplitude = 4 * Math.sqrt(power) / samples.length;
        return 20 * Math.log10(amplitude + 1e-9) - 3.01;
    }

    /** By how many samples one is later than the other, as speech shows it. */
    private static int lag(Path one, Path other) throws Exception {
        var a = left(one, 2800, 3700);
        var b = left(other, 2700, 3800);
        int best = 0;
        double most = 0;
        for (int lag = 0; lag + a.length <= b.length; lag++) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i + lag];
            }
            if (sum > most) {
                most = sum;
                best = lag;
            }
        }
        return best - 4800;
    }

    private static double[] left(Path wav, long fromMs, long toMs) throws Exception {
        try (var sound = FloatReader.wav(wav)) {
            int count = (int) (toMs - fromMs) * 48;
            var both = sound.read(fromMs * 48, count);
            var left = new double[count];
            for (int i = 0; i < count; i++) {
                left[i] = both[2 * i];
            }
            return left;
        }
    }
}
