package io.clipforge.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledModelsTest {
    private static final Machine ROOMY = new Machine(64_000, 1);

    @TempDir Path folder;

    @Test
    void aModelIsInstalledWhenAllItsFilesAreThere() throws Exception {
        assertEquals(Optional.empty(), installed().find("whisper-tiny"));

        install("whisper-tiny");
        assertEquals(Optional.of(folder.resolve("whisper-tiny")), installed().find("whisper-tiny"));

        Files.delete(folder.resolve("whisper-tiny/tokenizer.json"));
        assertEquals(Optional.empty(), installed().find("whisper-tiny"));
    }

    @Test
    void aFileThatIsTooShortIsNotThere() throws Exception {
        install("silero_vad");
        assertEquals(
                Optional.of(folder.resolve("silero_vad/silero_vad.onnx")),
                installed().file("silero_vad", "silero_vad.onnx"));

        Files.writeString(folder.resolve("silero_vad/silero_vad.onnx"), "half");
        assertEquals(Optional.empty(), installed().file("silero_vad", "silero_vad.onnx"));
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() {
        var none = InstalledModels.in(folder.resolve("none"));

        assertEquals(Optional.empty(), none.find("yunet"));
        assertEquals(Optional.empty(), none.best(ModelKind.WHISPER, ROOMY));
        assertEquals(Optional.empty(), none.find("nothing-of-that-name"));
    }

    @Test
    void theBestOfWhatIsInstalledIsTheLargestThatFits() throws Exception {
        install("whisper-tiny-timestamped-int8");
        install("whisper-base");
        install("whisper-large-v3");

        assertEquals("whisper-large-v3", best(ROOMY));
        assertEquals("whisper-base", best(new Machine(8_000, 1)));
        assertEquals("whisper-tiny-timestamped-int8", best(new Machine(500, 1)));
    }

    @Test
    void timesOfWordsAreBetterThanPrecision() throws Exception {
        install("whisper-base");
        install("whisper-base-timestamped-int8");

        assertEquals("whisper-base-timestamped-int8", best(ROOMY));
    }

    private String best(Machine machine) {
        return installed().best(ModelKind.WHISPER, machine).orElseThrow().name();
    }

    private InstalledModels installed() {
        return InstalledModels.in(folder);
    }

    private void install(String name) throws IOException {
        var model = Manifest.shipped().find(name).orElseThrow();
        var to = Files.createDirectories(folder.resolve(name));
        for (var file : model.files()) {
            try (var hole = new RandomAccessFile(to.resolve(file.name()).toFile(), "rw")) {
                hole.setLength(file.bytes() == null ? 1 : file.bytes());
            }
        }
    }
}
