package io.clipforge.fleet.transcribe;

import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
