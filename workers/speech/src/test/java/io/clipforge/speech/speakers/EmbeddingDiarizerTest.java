package io.clipforge.speech.speakers;

import static io.clipforge.speech.Fixtures.greatestDifference;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.speech.Fixtures;
import io.clipforge.speech.Npy;
import io.clipforge.speech.activity.Span;
import io.clipforge.speech.activity.SpeechSpans;
import io.clipforge.speech.mel.FilterBank;
import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.mel.Samples;
import io.clipforge.speech.model.VoiceModel;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * With a network that is no model of voices: its vector says which bands are restless. So the
 * voices are notes that are struck again and again above a steady one, low ones or high ones.
 */
class EmbeddingDiarizerTest {
    private static final double LOW = 150;
    private static final double HIGH = 1800;

    @Test
    void vectorsAreThoseOfTheReference() throws Exception {
        Npy expected;
        try (var in = getClass().getResourceAsStream("/voices/embeddings.npy")) {
            expected = Npy.read(Objects.requireNonNull(in));
        }
        int size = expected.shape()[1];
        var sound = Samples.of(Fixtures.sound(5));
        double seconds = (double) sound.length() / LogMel.RATE;
        try (var model = VoiceModel.open(file("embedding.onnx"), 1)) {
            var windows = new VoiceWindows(model).in(sound, new Span(0, seconds));

            assertEquals(expected.shape()[0], windows.size());
            for (int i = 0; i < windows.size(); i++) {
                var vector = Arrays.copyOfRange(expected.values(), i * size, (i + 1) * size);
                double length = Math.sqrt(dot(vector, vector));
                for (int k = 0; k < size; k++) {
                    vector[k] = (float) (vector[k] / length);
                }
                double difference = greatestDifference(vector, windows.get(i).voice());
                assertTrue(difference < 1e-4, () -> "differs by " + difference);
            }
        }
    }

    @Test
    void windowsOverlapAndFillTheSpan() throws Exception {
        var sound = Samples.of(Fixtures.sound(5));
        try (var model = VoiceModel.open(file("embedding.onnx"), 1)) {
            var listening = new VoiceWindows(model);

            assertEquals(List.of(99, 174, 249), from(listening.in(sound, new Span(1, 1 + 2.9))));
            assertEquals(1, listening.in(sound, new Span(1, 1.3)).size());
            assertEquals(List.of(), listening.in(sound, new Span(4.99, 5)));
            var last = listening.in(sound, new Span(2, 5)).getLast();
            assertEquals(FilterBank.frames(sound.length()), last.to());
        }
    }

    @Test
    void twoVoicesAreToldApart() throws Exception {
        var talk = new Voices().says(LOW, 3).says(HIGH, 2).says(LOW, 1.2).says(HIGH, 4);

        for (var given : new Integer[] {null, 2}) {
            var found = diarize(talk, given);

            assertEquals(List.of("speaker_1", "speaker_2"), found.speakers());
            var error = DiarizationError.of(talk.turns, found.turns(), 0);
            assertTrue(error.rate() < 1e-9, error::toString);
        }
    }

    @Test
    void whereNoSilenceLiesBetweenTheMiddleOfTwoWindowsIsTheirBorder() throws Exception {
        var talk = new Voices().says(HIGH, 6).interrupts(LOW, 6);

        var found = diarize(talk, null);

        assertEquals(List.of("speaker_1", "speaker_2"), found.speakers());
        var error = DiarizationError.of(talk.turns, found.turns(), 0.75);
        assertTrue(error.rate() < 1e-9, error::toString);
        assertTrue(DiarizationError.of(talk.turns, found.turns(), 0).rate() < 0.05);
    }

    @Test
    void oneVoiceIsOneSpeaker() throws Exception {
        var talk = new Voices().says(LOW, 3).says(LOW, 2).says(LOW, 0.4).says(LOW, 4);

        assertEquals(List.of("speaker_1"), diarize(talk, null).speakers());
        assertEquals(List.of("speaker_1"), diarize(talk, 1).speakers());
    }

    @Test
    void whereNobodySpeaksThereIsNoSpeaker() throws Exception {
        try (var diarizer = open()) {
            var silence = Samples.of(new float[LogMel.RATE]);
            var nobody = new SpeechSpans(List.of());

            assertEquals(List.of(), diarizer.diarize(silence, nobody, null).turns());
            assertEquals(List.of(), diarizer.diarize(silence, nobody, 2).turns());
            assertThrows(
                    IllegalArgumentException.class, () -> diarizer.diarize(silence, nobody, 0));
        }
    }

    @Test
    void anInterruptEndsIt() throws Exception {
        var talk = new Voices().says(LOW, 3).says(HIGH, 2);
        try (var diarizer = open()) {
            Thread.currentThread().interrupt();
            assertThrows(
                    CancellationException.class,
                    () -> diarizer.diarize(talk.sound(), talk.speech(), null));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void anotherModelIsRefused() {
        var other = Fixtures.path("bins80/encoder_model.onnx");
        assertThrows(IOException.class, () -> EmbeddingDiarizer.open("other", other, 1));
        var none = Path.of("none.onnx");
        assertThrows(IOException.class, () -> EmbeddingDiarizer.open("none", none, 1));
        var text = Fixtures.path("bins80/config.json");
        assertThrows(IOException.class, () -> EmbeddingDiarizer.open("text", text, 1));
    }

    private static Diarization diarize(Voices talk, @Nullable Integer speakers) throws Exception {
        try (var diarizer = open()) {
            return diarizer.diarize(talk.sound(), talk.speech(), speakers);
        }
    }

    private static EmbeddingDiarizer open() throws Exception {
        return EmbeddingDiarizer.open("restless", file("embedding.onnx"), 1);
    }

    private static Path file(String name) throws URISyntaxException {
        var url = EmbeddingDiarizerTest.class.getResource("/voices/" + name);
        return Path.of(Objects.requireNonNull(url).toURI());
    }

    private static List<Integer> from(List<VoiceWindow> windows) {
        return windows.stream().map(VoiceWindow::from).toList();
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    /** Notes one after the other, and when they sound. */
    private static final class Voices {
        private static final double PAUSE = 0.5;
        private static final double STRIKES = 4;

        private final List<Turn> turns = new ArrayList<>();
        private float[] samples = new float[LogMel.RATE / 2];

        Voices says(double hertz, double seconds) {
            interrupts(hertz, seconds);
            samples = Arrays.copyOf(samples, samples.length + (int) (PAUSE * LogMel.RATE));
            return this;
        }

        Voices interrupts(double hertz, double seconds) {
            int from = samples.length;
            int count = (int) (seconds * LogMel.RATE);
            samples = Arrays.copyOf(samples, from + count);
            for (int i = 0; i < count; i++) {
                double t = (double) i / LogMel.RATE;
                double struck = Math.pow(Math.sin(Math.PI * STRIKES * t), 2);
                double steady = 0.003 * Fixtures.hashed(from + i);
                for (int overtone = 1; overtone <= 4; overtone++) {
                    steady +=
                            0.1 * struck * Math.sin(2 * Math.PI * overtone * hertz * t) / overtone;
                }
                samples[from + i] = (float) steady;
            }
            double start = (double) from / LogMel.RATE;
            turns.add(new Turn("" + hertz, start, start + (double) count / LogMel.RATE));
            return this;
        }

        Samples sound() {
            return Samples.of(samples);
        }

        /** Turns without a pause between them are one span. */
        SpeechSpans speech() {
            var spans = new ArrayList<Span>();
            for (var turn : turns) {
                boolean goesOn = !spans.isEmpty() && spans.getLast().end() == turn.start();
                double start = goesOn ? spans.removeLast().start() : turn.start();
                spans.add(new Span(start, turn.end()));
            }
            return new SpeechSpans(spans);
        }
    }
}
