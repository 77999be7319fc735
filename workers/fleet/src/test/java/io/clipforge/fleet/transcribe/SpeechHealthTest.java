package io.clipforge.fleet.transcribe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechHealthTest {
    @TempDir Path folder;

    @Test
    void itNamesTheEngineItsModelAndWhereItComputes() throws Exception {
        var model = Files.createDirectory(folder.resolve("whisper-small"));
        WhisperFiles.write(model);
        try (var whisper = Whisper.open(model, 1, Whisper.Guards.NONE)) {
            var facts = new SpeechHealth(whisper).getHealthInformation();

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
                Map.of("engine", "pocketsphinx"),
                new SpeechHealth(new PocketSphinx()).getHealthInformation());
    }
}
