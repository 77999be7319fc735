package io.clipforge.fleet.transcribe;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.FleetSettings;
import io.clipforge.fleet.transcribe.remote.RemoteSettings;
import io.clipforge.models.InstalledModels;
import io.clipforge.models.Manifest;
import io.clipforge.models.Model;
import io.clipforge.models.ModelFile;
import io.clipforge.models.ModelKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a small model of random weights under the name of a great one. */
class SpeechEngineFactoryTest {
    private static final List<String> FILES =
            List.of(
                    "config.json",
                    "generation_config.json",
                    "tokenizer.json",
                    "encoder_model.onnx",
                    "decoder_model_merged.onnx");
    private static final Manifest MANIFEST =
            new Manifest(List.of(model("whisper-tiny", 1), model("whisper-base", 1900)));

    @TempDir Path folder;

    @Test
    void withoutAModelItIsPocketSphinx() throws Exception {
        assertEquals("pocketsphinx", engine(null));
    }

    @Test
    void aModelThatIsInstalledIsUsedWithoutBeingNamed() throws Exception {
        install("whisper-tiny");

        assertEquals(Whisper.ENGINE, engine(null));
    }

    @Test
    void aModelIsNamedByItsNameOrItsFolder() throws Exception {
        install("of-my-own");

        assertEquals(Whisper.ENGINE, engine("of-my-own"));
        assertEquals(Whisper.ENGINE, engine(folder.resolve("of-my-own").toString()));
    }

    @Test
    void noModelIsUsedWhereNoneIsWanted() throws Exception {
        install("whisper-tiny");

        assertEquals("pocketsphinx", engine("none"));
    }

    @Test
    void aModelThatWasNamedAndIsNotThereIsAnError() {
        var refused = assertThrows(IOException.class, () -> engine("whisper-tiny"));

        assertTrue(refused.toString().contains("models list"), refused::toString);
    }

    @Test
    void aFolderWithoutAModelIsNamed() {
        var missing = assertThrows(IOException.class, () -> engine(folder.toString()));

        assertTrue(missing.toString().contains(folder.toString()), missing::toString);
    }

    @Test
    void aModelThatDoesNotLoadIsAnErrorOnlyWhereItWasNamed() throws Exception {
        install("whisper-tiny");
        Files.writeString(folder.resolve("whisper-tiny/encoder_model.onnx"), "no model");

        assertEquals("pocketsphinx", engine(null));
        assertThrows(IOException.class, () -> engine("whisper-tiny"));
    }

    @Test
    void aModelForWhichTheFleetHasNoRoomIsAnErrorOnlyWhereItWasNamed() throws Exception {
        install("whisper-tiny");

        var refused = assertThrows(IOException.class, () -> engine("whisper-tiny", null, 700));

        assertTrue(
                refused.toString().contains("this fleet has 700 MiB (clipforge.fleet.memory-mib)"),
                refused::toString);
        assertEquals("pocketsphinx", engine(null, null, 700));
        assertEquals(Whisper.ENGINE, engine(null, null, 900));
    }

    @Test
    void theBestModelForWhichTheFleetHasRoomIsUsed() throws Exception {
        install("whisper-tiny");
        install("whisper-base");

        assertEquals("whisper-base", model(2048));
        assertEquals("whisper-tiny", model(1500));
    }

    @Test
    void aModelThatIsNotAsExactAsWantedIsAnError() throws Exception {
        install("whisper-tiny");

        var refused = assertThrows(IOException.class, () -> recognizer("whisper-tiny", "int8"));

        assertTrue(refused.toString().contains("as exact as wanted"), refused::toString);
        assertThrows(IllegalArgumentException.class, () -> recognizer(null, "float"));
        assertEquals("fp32", facts("fp32").get("precision"));
    }

    @Test
    void aRemoteEngineForWhichThereIsAKeyComesFirst() throws Exception {
        install("whisper-tiny");

        assertEquals("remote", engine("whisper-tiny", "a key"));
    }

    private String engine(@Nullable String whisper) throws IOException {
        return engine(whisper, null);
    }

    private String engine(@Nullable String whisper, @Nullable String key) throws IOException {
        return engine(whisper, key, 2048);
    }

    private String engine(@Nullable String whisper, @Nullable String key, int memoryMib)
            throws IOException {
        var recognizer = recognizer(configuration(whisper, null), key, memoryMib);
        if (recognizer instanceof Whisper open) {
            open.close();
        }
        return recognizer.engine();
    }

    private Object model(int memoryMib) throws IOException {
        try (var whisper = (Whisper) recognizer(configuration(null, null), null, memoryMib)) {
            return requireNonNull(whisper.facts().get("model"));
        }
    }

    private Map<String, Object> facts(String precision) throws IOException {
        try (var whisper = (Whisper) recognizer("whisper-tiny", precision)) {
            return whisper.facts();
        }
    }

    private SpeechRecognizer recognizer(@Nullable String whisper, String precision)
            throws IOException {
        return recognizer(configuration(whisper, precision), null, 2048);
    }

    private SpeechRecognizer recognizer(
            SpeechEngineFactory.Configuration configuration, @Nullable String key, int memoryMib)
            throws IOException {
        var remote =
                new RemoteSettings(
                        URI.create("https://speech.example"),
                        key,
                        null,
                        true,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        1,
                        Duration.ofSeconds(1));
        return new SpeechEngineFactory()
                .recognizer(
                        configuration,
                        remote,
                        InstalledModels.in(folder, MANIFEST),
                        new FleetSettings(1, memoryMib, false, null, null, "test", Duration.ZERO));
    }

    private static SpeechEngineFactory.Configuration configuration(
            @Nullable String whisper, @Nullable String precision) {
        return new SpeechEngineFactory.Configuration(
                whisper, Duration.ofSeconds(2), false, null, precision);
    }

    private void install(String name) throws IOException {
        var to = Files.createDirectories(folder.resolve(name));
        for (var file : FILES) {
            try (var in =
                    SpeechEngineFactoryTest.class.getResourceAsStream("/whisper/bins80/" + file)) {
                Files.write(to.resolve(file), Objects.requireNonNull(in).readAllBytes());
            }
        }
    }

    private static Model model(String name, int memoryMib) {
        return new Model(
                name,
                ModelKind.WHISPER,
                "of random weights",
                "MIT",
                URI.create("https://models.example"),
                1,
                memoryMib,
                null,
                FILES.stream().map(SpeechEngineFactoryTest::file).toList());
    }

    private static ModelFile file(String name) {
        return new ModelFile(name, URI.create("https://models.example/" + name), null, null);
    }
}
