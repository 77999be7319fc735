package io.clipforge.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final Manifest SHIPPED = Manifest.shipped();
    private static final Machine ROOMY = new Machine(64_000, 32);

    @Test
    void whisperIsThereInEverySizeAndPrecision() {
        for (var size : List.of("tiny", "base", "small", "medium", "large-v3", "large-v3-turbo")) {
            for (var precision : List.of("", "-fp16", "-int8")) {
                assertTrue(SHIPPED.find("whisper-" + size + precision).isPresent(), size);
            }
        }
    }

    @Test
    void aWhisperModelHasTheFilesOptimumWrites() {
        for (var model : SHIPPED.models()) {
            if (model.kind() == ModelKind.WHISPER) {
                var names = model.files().stream().map(ModelFile::name).toList();
                var exact = suffix(model.name());
                assertTrue(
                        names.containsAll(
                                List.of(
                                        "config.json",
                                        "generation_config.json",
                                        "tokenizer.json",
                                        "encoder_model" + exact + ".onnx",
                                        "decoder_model_merged" + exact + ".onnx")),
                        model.name());
            }
        }
    }

    private static String suffix(String name) {
        if (name.endsWith("-int8")) {
            return "_quantized";
        }
        return name.endsWith("-fp16") ? "_fp16" : "";
    }

    @Test
    void whatOthersNameIsThere() {
        for (var name :
                List.of(
                        InstalledModels.SILERO_VAD,
                        InstalledModels.YUNET,
                        InstalledModels.WESPEAKER,
                        InstalledModels.MINI_LM,
                        InstalledModels.CLIP)) {
            assertTrue(SHIPPED.find(name).isPresent(), name);
        }
    }

    @Test
    void aNameStandsOnce() {
        var names = new HashSet<String>();
        for (var model : SHIPPED.models()) {
            assertTrue(names.add(model.name()), model.name());
            var files = model.files().stream().map(ModelFile::name).collect(Collectors.toSet());
            assertEquals(model.files().size(), files.size(), model.name());
        }
    }

    @Test
    void everythingComesByHttpsAndWhatIsPinnedHasOneRevision() {
        for (var model : SHIPPED.models()) {
            for (var file : model.files()) {
                assertEquals("https", file.url().getScheme(), file.name());
                if (file.sha256() != null) {
                    assertFalse(file.url().getPath().contains("/main/"), file.url().toString());
                }
            }
        }
    }

    @Test
    void theBestIsWhatTheMachineHasTheMemoryAndTheProcessorsFor() {
        assertEquals(
                "whisper-large-v3-turbo-timestamped-int8",
                SHIPPED.bestFor(ROOMY, ModelKind.WHISPER).orElseThrow().name());
        assertEquals(
                "whisper-base-timestamped-int8",
                SHIPPED.bestFor(new Machine(64_000, 2), ModelKind.WHISPER).orElseThrow().name());
        assertEquals(
                "whisper-tiny-timestamped-int8",
                SHIPPED.bestFor(new Machine(500, 32), ModelKind.WHISPER).orElseThrow().name());
        assertTrue(SHIPPED.bestFor(new Machine(100, 32), ModelKind.WHISPER).isEmpty());
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() {
        for (var name : Stream.of("../x", "a/b", ".hidden", "", "a b").toList()) {
            assertThrows(IllegalArgumentException.class, () -> named(name, "a.onnx"), name);
            assertThrows(IllegalArgumentException.class, () -> named("a", name), name);
        }
    }

    @Test
    void aSumThatIsNoneIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        read(
                                """
                                {"path": "a.onnx", "bytes": 3, "sha256": "123"}
                                """));
    }

    @Test
    void everyKindIsSpelledAsItIsRead() {
        assertEquals(
                Set.of(ModelKind.values()),
                Stream.of(ModelKind.values())
                        .map(ModelKind::spelled)
                        .map(ModelKind::of)
                        .collect(Collectors.toSet()));
    }

    private static Manifest read(String file) throws IOException {
        return readNamed("a", file);
    }

    private static Manifest named(String model, String file) throws IOException {
        return readNamed(model, "{\"path\": \"x\", \"name\": \"" + file + "\"}");
    }

    private static Manifest readNamed(String model, String file) throws IOException {
        var json =
                """
                {"models": [{"name": "%s", "kind": "faces", "about": "", "licence": "MIT",
                  "page": "https://models.example", "megabytes": 1, "memoryMib": 1,
                  "base": "https://models.example/", "files": [%s]}]}
                """
                        .formatted(model, file);
        return Manifest.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
