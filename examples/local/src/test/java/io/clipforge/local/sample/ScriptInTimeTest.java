package io.clipforge.local.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.scripts.TimedScript;
import io.clipforge.fleet.transcribe.pocketsphinx.PocketSphinx;
import io.clipforge.jobs.Transcript;
import io.clipforge.local.bench.Quantiles;
import io.clipforge.media.WavFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How near the words of the sample's script come to the moments at which they are spoken. */
class ScriptInTimeTest {
    @TempDir Path folder;

    @Test
    void theScriptOfTheSampleIsWhereItIsSpoken() throws Exception {
        var known = KnownSpeech.words();
        var sound = sound();
        var heard = new PocketSphinx().recognize(sound, folder, "en", _ -> {}).words();
        var script = known.stream().map(KnownSpeech.Word::text).toList();

        var timed = TimedScript.of(script, heard, sound.duration().toMillis());
        assertTrue(timed.heard() > 0.8, () -> "heard " + timed.heard());
        check("as heard", known, timed.words(), 25, 80);

        var poor = TimedScript.of(script, misheard(heard), sound.duration().toMillis());
        assertTrue(poor.heard() > 0.3, () -> "heard " + poor.heard());
        check("every third word misheard", known, poor.words(), 30, 120);
    }

    private static void check(
            String how,
            List<KnownSpeech.Word> known,
            List<Transcript.Word> words,
            double median,
            double most) {
        assertEquals(known.size(), words.size());
        var errors = new ArrayList<Double>();
        for (int i = 0; i < known.size(); i++) {
            assertEquals(known.get(i).text(), words.get(i).text());
            errors.add(Math.abs(words.get(i).startMs() - known.get(i).startMs()));
        }
        var quantiles = Quantiles.of(errors);
        var figures =
                String.format(
                        Locale.ROOT,
                        "%s: of %d words, p50 %.0f ms, p95 %.0f ms, most %.0f ms",
                        how,
                        errors.size(),
                        quantiles.at(0.5),
                        quantiles.at(0.95),
                        quantiles.at(1));
        System.out.println(figures);
        assertTrue(quantiles.at(0.5) <= median && quantiles.at(0.95) <= most, figures);
    }

    private static List<Transcript.Word> misheard(List<Transcript.Word> heard) {
        var random = new Random(4);
        return heard.stream()
                .map(it ->
                        random.nextInt(3) > 0
                                ? it
                                : new Transcript.Word("xyz", it.startMs(), it.endMs(), null, null))
                .toList();
    }

    private WavFile sound() throws Exception {
        var samples = Narration.speak(Script.SHOTS).littleEndian();
        var wav = ByteBuffer.allocate(44 + samples.length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples.length);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(Flite.SAMPLE_RATE);
        wav.putInt(2 * Flite.SAMPLE_RATE).putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples.length).put(samples);
        return WavFile.open(Files.write(folder.resolve("talk.wav"), wav.array()));
    }
}
