package io.clipforge.speech.speakers;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clipforge.speech.SampleData;
import io.clipforge.speech.Talk;
import io.clipforge.speech.activity.ActivityDetector;
import io.clipforge.speech.activity.EnergyDetector;
import io.clipforge.speech.activity.SileroDetector;
import io.clipforge.speech.activity.SpeechSpans;
import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.mel.Samples;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Half a minute on the telephone, with interruptions. Overlap counts and there is no collar. What
 * tells voices apart was tuned on other dialogues; but the least level of speech, the rule that
 * drops a voice of a second and a half, and the share of faint frames were chosen after this one
 * had been looked at.
 */
class TelephoneDialogueTest {
    private static final double MOST = 0.35;
    private static final int TRIES = 100;
    private static final int STARTS = 12;

    /** Seconds; no multiple of a frame. */
    private static final double LATER = 0.0537;

    @Test
    void speakersAreToldApartWithoutAnyModel() throws Exception {
        var found = check(new EnergyDetector());

        assertTrue(found.rate() <= MOST, found::toString);
    }

    @Test
    void speakersAreToldApartWhereSileroHearsSpeech() throws Exception {
        var model = SampleData.path("models/silero_vad.onnx");
        assumeTrue(Files.exists(model), "no " + model);
        try (var silero = SileroDetector.open(model)) {
            var found = check(silero);

            assertTrue(found.rate() <= MOST, found::toString);
        }
    }

    @Test
    void whereTheSoundBeginsMattersLittle() throws Exception {
        var file = SampleData.path("speech/two_speakers.wav");
        assumeTrue(Files.exists(file), "no " + file);
        var reference = Rttm.read(SampleData.path("speech/two_speakers.rttm"));
        var samples = Talk.wav(file);
        var rates = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            int from = (int) (i * LATER * LogMel.RATE);
            var sound = Samples.of(Arrays.copyOfRange(samples, from, samples.length));
            var speech = new EnergyDetector().detect(sound);
            var found = new CepstralDiarizer().diarize(sound, speech, 2).turns();
            var late = later(found, (double) from / LogMel.RATE);
            rates[i] = DiarizationError.of(reference, late, 0).rate();
        }

        System.out.println("DER of the telephone dialogue begun later: " + Arrays.toString(rates));
        assertTrue(Arrays.stream(rates).average().orElseThrow() < 0.25);
    }

    private static List<Turn> later(List<Turn> turns, double seconds) {
        return turns.stream()
                .map(it -> new Turn(it.speaker(), it.start() + seconds, it.end() + seconds))
                .toList();
    }

    private static DiarizationError check(ActivityDetector detector) throws Exception {
        var file = SampleData.path("speech/two_speakers.wav");
        assumeTrue(Files.exists(file), "no " + file);
        var reference = Rttm.read(SampleData.path("speech/two_speakers.rttm"));
        var sound = Samples.of(Talk.wav(file));
        var speech = detector.detect(sound);
        var heard = new CepstralDiarizer().diarize(sound, speech, null);
        var found = DiarizationError.of(reference, heard.turns(), 0);
        var given = new CepstralDiarizer().diarize(sound, speech, 2).turns();
        var one = DiarizationError.of(reference, oneSpeaker(speech), 0);
        double random = random(reference, speech);

        System.out.printf(
                "DER of the telephone dialogue, speech by %s%n"
                        + "  number of speakers heard (%d): %s; collar 0.25 s: %s%n"
                        + "  number of speakers told (2): %s; collar 0.25 s: %s%n"
                        + "  one speaker: %s%n"
                        + "  random, mean of %d: %.1f %%%n",
                detector.name(),
                heard.speakers().size(),
                found,
                DiarizationError.of(reference, heard.turns(), 0.25),
                DiarizationError.of(reference, given, 0),
                DiarizationError.of(reference, given, 0.25),
                one,
                TRIES,
                100 * random);
        assertTrue(found.rate() < one.rate() && found.rate() < random);
        return found;
    }

    private static List<Turn> oneSpeaker(SpeechSpans speech) {
        return speech.spans().stream().map(it -> new Turn("one", it.start(), it.end())).toList();
    }

    /** Every second of speech is of one of two, by chance. */
    private static double random(List<Turn> reference, SpeechSpans speech) {
        double sum = 0;
        for (int seed = 0; seed < TRIES; seed++) {
            var random = new Random(seed);
            var turns = new ArrayList<Turn>();
            for (var span : speech.spans()) {
                for (double at = span.start(); at < span.end(); at++) {
                    turns.add(new Turn("" + random.nextInt(2), at, Math.min(at + 1, span.end())));
                }
            }
            sum += DiarizationError.of(reference, turns, 0).rate();
        }
        return sum / TRIES;
    }
}
