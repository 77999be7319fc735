package io.clipforge.speech.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.speech.SampleData;
import io.clipforge.speech.Talk;
import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.mel.Samples;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyDetectorTest {
    private final EnergyDetector detector = new EnergyDetector();

    /** Decibels full scale; flite speaks at about -23. */
    @ParameterizedTest
    @ValueSource(doubles = {-100, -60, -45, -38})
    void speechIsFoundInNoise(double noise) {
        var talk = talk().noise(noise);

        var found = detector.detect(talk.sound());

        double error = error(talk, found);
        System.out.printf("energy, noise at %.0f dB: %.1f %% wrong%n", noise, 100 * error);
        assertTrue(error < 0.15, () -> found + " is not " + talk.said());
    }

    @Test
    void speechIsFoundOnTheTelephone() {
        var talk = talk().noise(-50).telephone();

        var found = detector.detect(talk.sound());

        double error = error(talk, found);
        System.out.printf("energy, telephone: %.1f %% wrong%n", 100 * error);
        assertTrue(error < 0.15, () -> found + " is not " + talk.said());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-100, -50, -20})
    void noiseAloneIsNoSpeech(double noise) {
        var found = detector.detect(new Talk().pause(70).noise(noise).sound());

        assertTrue(found.seconds() < 1, found::toString);
    }

    @Test
    void digitalSilenceIsNoSpeech() {
        assertEquals(List.of(), detector.detect(Samples.of(new float[LogMel.RATE])).spans());
        assertEquals(List.of(), detector.detect(Samples.of(new float[0])).spans());
    }

    @Test
    void soundIsReadPieceByPiece() {
        var talk = talk().pause(60).says("slt", "And that was all.").pause(3).noise(-60);
        var sound = talk.sound();
        var piecewise =
                new Samples() {
                    @Override
                    public long length() {
                        return sound.length();
                    }

                    @Override
                    public float[] read(long from, int count) {
                        assertTrue(count <= 40 * LogMel.RATE, () -> count + " at once");
                        return sound.read(from, count);
                    }
                };

        assertTrue(error(talk, detector.detect(piecewise)) < 0.15);
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        var silence = Samples.of(new float[LogMel.RATE]);
        try {
            assertThrows(CancellationException.class, () -> detector.detect(silence));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void itAgreesWithSileroOnRealSpeech() throws Exception {
        var model = SampleData.path("models/silero_vad.onnx");
        var file = SampleData.path("speech/librispeech-1272-141231-0002.wav");
        Assumptions.assumeTrue(Files.exists(model) && Files.exists(file), "no " + model);
        var sound = Samples.of(Talk.wav(file));
        try (var silero = SileroDetector.open(model)) {
            var expected = silero.detect(sound);

            var found = detector.detect(sound);

            double both =
                    expected.spans().stream()
                            .mapToDouble(it -> found.within(it.start(), it.end()))
                            .sum();
            System.out.printf(
                    "energy: %.1f s, silero: %.1f s, both: %.1f s%n",
                    found.seconds(), expected.seconds(), both);
            assertTrue(both > 0.95 * expected.seconds());
            assertTrue(both > 0.85 * found.seconds());
        }
    }

    private static Talk talk() {
        return new Talk()
                .pause(2)
                .says("rms", "The harbour was quiet that morning, and nobody had slept.")
                .pause(1.5)
                .says("slt", "Who would have thought of going out in such a weather?")
                .pause(4)
                .says("awb", "The boats came back before noon. There was no fish at all.")
                .pause(2);
    }

    /** Missed and false speech, over the speech that there is. */
    private static double error(Talk talk, SpeechSpans found) {
        double speech = 0;
        double both = 0;
        for (var said : talk.said()) {
            speech += said.end() - said.start();
            both += found.within(said.start(), said.end());
        }
        return (speech - both + found.seconds() - both) / speech;
    }
}
