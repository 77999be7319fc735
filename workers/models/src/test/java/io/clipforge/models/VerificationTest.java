package io.clipforge.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.models.Verification.Found;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    private static final String RIGHT = sha256("right");

    @TempDir Path folder;

    @Test
    void aPinnedFileIsHeldAgainstItsPinWhateverTheLockSays() throws Exception {
        write("a.onnx", "right");
        lock("a.onnx", sha256("wrong"));
        assertEquals(List.of(new Found.Good("a.onnx", Trust.PINNED)), found(RIGHT));

        write("a.onnx", "wrong");
        assertEquals(List.of(new Found.Different("a.onnx", RIGHT, sha256("wrong"))), found(RIGHT));
    }

    @Test
    void aFileWithoutAPinIsHeldAgainstTheLock() throws Exception {
        write("a.onnx", "right");
        lock("a.onnx", RIGHT);
        assertEquals(List.of(new Found.Good("a.onnx", Trust.DECLARED)), found(null));

        write("a.onnx", "wrong");
        assertFalse(verification(null).good());
    }

    @Test
    void aFileOfWhichNothingIsKnownIsNotGood() throws Exception {
        write("a.onnx", "right");

        assertEquals(List.of(new Found.Unknown("a.onnx")), found(null));
        assertFalse(verification(null).good());
    }

    @Test
    void aFileThatIsNotThereIsMissing() throws Exception {
        assertEquals(List.of(new Found.Missing("a.onnx")), found(RIGHT));
        assertFalse(verification(RIGHT).present());

        write("a.onnx", "right");
        assertTrue(verification(RIGHT).present());
    }

    private List<Found> found(@Nullable String sha256) throws IOException {
        return verification(sha256).files();
    }

    private Verification verification(@Nullable String sha256) throws IOException {
        var file = new ModelFile("a.onnx", URI.create("https://models.example/a"), null, sha256);
        var page = URI.create("https://models.example");
        var model = new Model("a", ModelKind.FACES, "", "MIT", page, 1, 1, null, List.of(file));
        return Verification.of(InstalledModels.in(folder, new Manifest(List.of(model))), model);
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a").resolve(file), content);
    }

    private void lock(String file, String sha256) throws IOException {
        new ModelLock(
                        "a",
                        "models.example",
                        null,
                        List.of(new ModelLock.LockedFile(file, 5, sha256, Trust.DECLARED)))
                .write(folder.resolve("a"));
    }

    private static String sha256(String content) {
        return FileServer.sha256(content.getBytes(StandardCharsets.UTF_8));
    }
}
