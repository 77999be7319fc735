package io.clipforge.speech.speakers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiarizationErrorTest {
    private static final List<Turn> REFERENCE =
            List.of(new Turn("anna", 0, 10), new Turn("bert", 8, 16), new Turn("anna", 20, 24));

    @Test
    void labelsMayBeOthers() {
        var found = List.of(new Turn("2", 0, 10), new Turn("1", 8, 16), new Turn("2", 20, 24));

        assertEquals(new DiarizationError(0, 0, 0, 22), error(found, 0));
    }

    @Test
    void missedFalseAndConfusedSecondsAreTold() {
        var found = List.of(new Turn("1", 0, 9), new Turn("2", 9, 18), new Turn("2", 20, 24));

        // 8 to 10 s: one of two is missed; 16 to 18 s: nobody speaks; 20 to 24 s: the other speaks
        assertEquals(new DiarizationError(2, 2, 4, 22), error(found, 0));
        assertEquals(8 / 22.0, error(found, 0).rate());
    }

    @Test
    void nothingFoundIsAllMissed() {
        assertEquals(new DiarizationError(22, 0, 0, 22), error(List.of(), 0));
    }

    @Test
    void aCollarForgivesWhatIsNearAChange() {
        var found =
                List.of(new Turn("1", 0.2, 10), new Turn("2", 8.2, 15.8), new Turn("1", 20, 24.2));

        assertEquals(0, error(found, 0.25).rate(), 1e-9);
        assertEquals(0.8 / 22, error(found, 0).rate(), 1e-9);
    }

    @Test
    void rttmIsRead(@TempDir Path folder) throws Exception {
        var file = folder.resolve("a.rttm");
        Files.writeString(
                file,
                """
                SPKR-INFO a 1 <NA> <NA> <NA> unknown anna <NA> <NA>
                SPEAKER a 1 6.690 0.430 <NA> <NA> anna <NA> <NA>
                SPEAKER a 1 7.550 0.800 <NA> <NA> bert <NA> <NA>
                """);

        assertEquals(
                List.of(new Turn("anna", 6.69, 6.69 + 0.43), new Turn("bert", 7.55, 7.55 + 0.8)),
                Rttm.read(file));
    }

    private static DiarizationError error(List<Turn> found, double collar) {
        return DiarizationError.of(REFERENCE, found, collar);
    }
}
