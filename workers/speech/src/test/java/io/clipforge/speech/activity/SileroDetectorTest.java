package io.clipforge.speech.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clipforge.speech.Fixtures;
import io.clipforge.speech.SampleData;
import io.clipforge.speech.Talk;
import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.mel.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SileroDetectorTest {
    @Test
    void readSpeechIsFound() throws IOException {
        var found = detect(Samples.of(Talk.wav(sample("librispeech-1272-141231-0002.wav"))));

        System.out.println("silero, read speech: " + found);
        assertEquals(0.5, found.spans().getFirst().start(), 0.1);
        assertEquals(13, found.spans().getLast().end(), 0.1);
        assertTrue(found.seconds() > 10);
    }

    @Test
    void aDialogueBeginsWhereItDoes() throws IOException {
        var found = detect(Samples.of(Talk.wav(sample("two_speakers.wav"))));

        System.out.println("silero, dialogue: " + found);
        assertEquals(6.69, found.spans().getFirst().start(), 0.1);
    }

    @Test
    void noiseAndNotesAreNoSpeech() throws IOException {
        assertEquals(0, detect(new Talk().pause(20).noise(-30).sound()).seconds());
        assertEquals(0, detect(Samples.of(new float[LogMel.RATE])).seconds());
        assertEquals(0, detect(Samples.of(new float[0])).seconds());
    }

    @Test
    void piecesAreHeardAsOneSound() throws IOException {
        var text = "The boats came back before noon. There was no fish at all.";
        var late = new Talk().pause(29).says("rms", text).pause(1);

        var found = detect(late.sound());

        var said = late.said().getFirst();
        assertEquals(said.start(), found.spans().getFirst().start(), 0.15);
        assertEquals(said.end(), found.spans().getLast().end(), 0.2);
    }

    @Test
    void anotherModelIsRefused() {
        var other = Fixtures.path("bins80/encoder_model.onnx");
        assertThrows(IOException.class, () -> SileroDetector.open(other));
        assertThrows(IOException.class, () -> SileroDetector.open(Path.of("none.onnx")));
    }

    private static SpeechSpans detect(Samples sound) throws IOException {
        var model = SampleData.path("models/silero_vad.onnx");
        assumeTrue(Files.exists(model), "no " + model);
        try (var silero = SileroDetector.open(model)) {
            return silero.detect(sound);
        }
    }

    private static Path sample(String name) {
        var file = SampleData.path("speech/" + name);
        assumeTrue(Files.exists(file), "no " + file);
        return file;
    }
}
