package io.clipforge.fleet.transcribe;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.speech.model.WhisperConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelMemoryTest {
    @ParameterizedTest
    @CsvSource({"144, 434", "277, 699", "921, 1922", "39, 243", "74, 358", "240, 650"})
    void itIsAtLeastWhatWasMeasuredAndNotMuchMore(long weightsMib, int measuredMib) {
        int counted = ModelMemory.mib(weightsMib << 20);

        assertTrue(counted >= measuredMib, () -> counted + " MiB");
        assertTrue(counted <= measuredMib * 3 / 2, () -> counted + " MiB");
    }

    @ParameterizedTest
    @CsvSource({
        "384, 4, 6, 1, 224",
        "384, 4, 6, 4, 401",
        "768, 12, 12, 1, 821",
        "768, 12, 12, 4, 1212"
    })
    void aTranscriptionIsAtLeastWhatWasMeasuredToo(
            int width, int layers, int heads, int together, int measuredMib) {
        var config = new WhisperConfig(80, width, layers, heads, 1500, 448, 51_865);

        int counted = ModelMemory.transcriptionMib(config, together);

        assertTrue(counted >= measuredMib, () -> counted + " MiB");
        assertTrue(counted <= Math.max(512, measuredMib * 3 / 2), () -> counted + " MiB");
    }
}
