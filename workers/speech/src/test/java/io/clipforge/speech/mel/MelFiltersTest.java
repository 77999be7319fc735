package io.clipforge.speech.mel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clipforge.speech.Npy;
import io.clipforge.speech.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MelFiltersTest {
    @ParameterizedTest
    @ValueSource(ints = {80, 128})
    void theFiltersAreThoseThatComeWithWhisper(int bins) throws IOException {
        var file = SampleData.path("models/whisper_mel_filters.npz");
        assumeTrue(Files.isRegularFile(file), "no " + file);
        var filters = new MelFilters(bins, 201, 16_000);

        var published = published(file.toString(), "mel_" + bins + ".npy");

        assertArrayEquals(new int[] {bins, 201}, published.shape());
        for (int bin = 0; bin < bins; bin++) {
            for (int frequency = 0; frequency < 201; frequency++) {
                float expected = published.values()[bin * 201 + frequency];
                assertEquals(expected, filters.weight(bin, frequency), 1e-7);
            }
        }
    }

    private static Npy published(String file, String name) throws IOException {
        try (var zip = new ZipFile(file);
                var in = zip.getInputStream(zip.getEntry(name))) {
            return Npy.read(in);
        }
    }
}
