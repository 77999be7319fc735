package io.clipforge.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.speech.activity.Span;
import io.clipforge.speech.activity.SpeechSpans;
import io.clipforge.speech.decoding.DecodingOptions;
import io.clipforge.speech.decoding.TemperatureLadder;
import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.mel.Spectrogram;
import io.clipforge.speech.model.WhisperModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchedFormTest {
    private static final LongForm.Listener UNHEARD = (segments, seconds) -> {};
    private static final Spectrogram SOUND = new LogMel(80).of(Fixtures.sound(80));
    private static final List<Span> SPANS =
            List.of(
                    new Span(0, 12.5),
                    new Span(13, 43),
                    new Span(44.2, 45),
                    new Span(45, 66.37),
                    new Span(70, 80));

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void eachStretchIsWrittenAsIfItWereAlone(int batch) throws IOException {
        try (var model = Fixtures.model("bins80")) {
            var options = options(TemperatureLadder.none(), 1);

            assertAlike(alone(model, options), together(model, batch, options));
        }
    }

    @Test
    void beamsAndTextsDrawnByChanceAreThoseOfTheStretchAsWell() throws IOException {
        try (var model = Fixtures.model("bins80")) {
            var never = new TemperatureLadder(List.of(0.6), 2.4, 0, 2);

            assertAlike(alone(model, options(never, 1)), together(model, 4, options(never, 1)));
            var beams = options(TemperatureLadder.none(), 3);
            assertAlike(alone(model, beams), together(model, 4, beams));
        }
    }

    @Test
    void ofAllTheSoundInOneWindowTheSameIsWrittenAsInLongForm() throws IOException {
        try (var model = Fixtures.model("bins80")) {
            var sound = new LogMel(80).of(Fixtures.sound(25));
            var decoding = DecodingOptions.in("en").withMaxTokens(40);
            // with words, long form listens again to what is behind the last one
            var options =
                    new TranscriptionOptions(decoding, TemperatureLadder.none(), false, false);

            var batched =
                    new BatchedForm(model, 2)
                            .transcribe(sound, List.of(new Span(0, 25)), options, UNHEARD);

            assertAlike(new LongForm(model).transcribe(sound, options, UNHEARD), batched);
        }
    }

    @Test
    void progressIsToldAndGoesForward() throws IOException {
        try (var model = Fixtures.model("bins80")) {
            var heard = new ArrayList<Segment>();
            var reached = new ArrayList<Double>();

            var all =
                    new BatchedForm(model, 2)
                            .transcribe(
                                    SOUND,
                                    SPANS,
                                    options(TemperatureLadder.none(), 1),
                                    (segments, seconds) -> {
                                        heard.addAll(segments);
                                        reached.add(seconds);
                                    });

            assertEquals(all.size(), heard.size());
            assertTrue(heard.containsAll(all));
            assertEquals(reached.stream().sorted().toList(), reached);
            assertEquals(80, reached.getLast());
        }
    }

    @Test
    void whatIsTakenForSilenceIsLeftOut() throws IOException {
        try (var model = Fixtures.model("bins80")) {
            var deaf = new TemperatureLadder(List.of(), 2.4, 0, -1);

            assertTrue(together(model, 4, options(deaf, 1)).isEmpty());
        }
    }

    @Test
    void wordsThatAreLikelyAreToldToEachStretch() throws IOException {
        try (var model = Fixtures.model("bins80")) {
            var options = options(TemperatureLadder.none(), 1);
            var likely = options.withCarried(model.tokenizer().encode(" harbour"));

            assertAlike(alone(model, likely), together(model, 4, likely));
            assertNotEquals(together(model, 4, options), together(model, 4, likely));
        }
    }

    @Test
    void whatIsStrangeIsLeftOutAndTheRestHeardAgain() throws IOException {
        try (var model = Fixtures.model("bins80")) {
            var options = options(TemperatureLadder.none(), 1);

            var doubted = together(model, 4, options.withDoubtfulSilence(0.5));

            assertTrue(
                    words(doubted) < words(together(model, 4, options)),
                    "random weights are never sure");
        }
    }

    @Test
    void whatIsWrittenForSilenceIsLeftOut() throws IOException {
        try (var model = Fixtures.model("bins80")) {
            var speech = new SpeechSpans(List.of(new Span(10, 12), new Span(60, 64)));

            var said =
                    new BatchedForm(model, 4)
                            .transcribe(
                                    SOUND, speech, options(TemperatureLadder.none(), 1), UNHEARD);

            assertFalse(said.isEmpty());
            said.forEach(it -> assertFalse(speech.silent(it.start(), it.end()), it::toString));
        }
    }

    private static long words(List<Segment> segments) {
        return segments.stream().mapToLong(it -> it.words().size()).sum();
    }

    @Test
    void whatNoWindowHoldsIsRefused() throws IOException {
        try (var model = Fixtures.model("bins80")) {
            var tooLong = List.of(new Span(0, 30.5));
            var options = options(TemperatureLadder.none(), 1);
            var form = new BatchedForm(model, 2);

            assertThrows(
                    IllegalArgumentException.class,
                    () -> form.transcribe(SOUND, tooLong, options, UNHEARD));
            assertThrows(IllegalArgumentException.class, () -> new BatchedForm(model, 0));
        }
    }

    @Test
    void anInterruptEndsIt() throws IOException {
        try (var model = Fixtures.model("bins80")) {
            var form = new BatchedForm(model, 2);
            LongForm.Listener impatient = (segments, seconds) -> Thread.currentThread().interrupt();
            var options = options(TemperatureLadder.none(), 1);
            try {
                assertThrows(
                        CancellationException.class,
                        () -> form.transcribe(SOUND, SPANS, options, impatient));
            } finally {
                assertTrue(Thread.interrupted());
            }
        }
    }

    private static TranscriptionOptions options(TemperatureLadder ladder, int beams) {
        var decoding = DecodingOptions.in("en").withMaxTokens(40).withBeams(beams);
        return new TranscriptionOptions(decoding, ladder, false, true);
    }

    private static List<Segment> together(
            WhisperModel model, int batch, TranscriptionOptions options) {
        return new BatchedForm(model, batch).transcribe(SOUND, SPANS, options, UNHEARD);
    }

    private static List<Segment> alone(WhisperModel model, TranscriptionOptions options) {
        var all = new ArrayList<Segment>();
        for (var span : SPANS) {
            var segments =
                    new BatchedForm(model, 1).transcribe(SOUND, List.of(span), options, UNHEARD);
            assertFalse(segments.isEmpty());
            all.addAll(segments);
        }
        return all;
    }

    /** But for what is rounded. */
    private static void assertAlike(List<Segment> expected, List<Segment> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            var one = expected.get(i);
            var other = actual.get(i);
            assertEquals(one.tokens(), other.tokens());
            assertEquals(one.text(), other.text());
            assertEquals(one.start(), other.start());
            assertEquals(one.end(), other.end());
            assertEquals(one.words(), other.words());
            assertEquals(
                    one.decoded().averageLogProbability(),
                    other.decoded().averageLogProbability(),
                    1e-4);
        }
    }
}
