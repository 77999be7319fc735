package io.clipforge.fleet.transcribe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.fleet.transcribe.pocketsphinx.PocketSphinx;
import io.clipforge.speech.activity.EnergyDetector;
import io.clipforge.speech.speakers.CepstralDiarizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechHealthTest {
    private static final SpeakerLabels SPEAKERS =
            new SpeakerLabels(new EnergyDetector(), new CepstralDiarizer());

    @TempDir Path folder;

    @Test
    void itNamesTheEngineItsModelAndWhereItComputes() throws Exception {
        var model = Files.createDirectory(folder.resolve("whisper-small"));
        WhisperFiles.write(model);
        try (var whisper = Whisper.open(model, WhisperOptions.of(1, Whisper.Guards.NONE))) {
            var facts = new SpeechHealth(whisper, SPEAKERS).getHealthInformation();

            assertEquals("whisper", facts.get("engine"));
            assertEquals("whisper-small", facts.get("model"));
            assertEquals("cpu", facts.get("device"));
            assertEquals("this build has no CUDA in it", facts.get("noGpu"));
            assertEquals("unknown", facts.get("voices"));
        }
    }

    @Test
    void anEngineWithoutAModelIsNamed() {
        assertEquals(
                Map.of("engine", "pocketsphinx", "speakers", "cepstra"),
                new SpeechHealth(new PocketSphinx(), SPEAKERS).getHealthInformation());
    }
}
