package io.clipforge.fleet.transcribe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.models.InstalledModels;
import io.clipforge.models.Manifest;
import io.clipforge.models.Model;
import io.clipforge.models.ModelFile;
import io.clipforge.models.ModelKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a small network, which is no model of voices, under the name of one. */
class SpeakerLabelsFactoryTest {
    private static final String FILE = "voxceleb_resnet34_LM.onnx";
    private static final Manifest MANIFEST =
            new Manifest(
                    List.of(
                            new Model(
                                    InstalledModels.WESPEAKER,
                                    ModelKind.SPEAKERS,
                                    "no model of voices",
                                    "MIT",
                                    URI.create("https://models.example"),
                                    1,
                                    1,
                                    null,
                                    List.of(
                                            new ModelFile(
                                                    FILE,
                                                    URI.create("https://models.example/" + FILE),
                                                    null,
                                                    null)))));

    @TempDir Path folder;

    @Test
    void withoutAModelVoicesAreToldApartByTheirCepstra() {
        assertEquals("cepstra", voices(MANIFEST));
        assertEquals("cepstra", voices(Manifest.shipped()));
    }

    @Test
    void aModelThatIsInstalledIsUsed() throws Exception {
        try (var in = getClass().getResourceAsStream("/voices/embedding.onnx")) {
            install(Objects.requireNonNull(in).readAllBytes());
        }

        assertEquals("wespeaker-voxceleb-resnet34-lm", voices(MANIFEST));
    }

    @Test
    void aModelThatDoesNotLoadIsNoReasonNotToStart() throws Exception {
        install(new byte[] {1, 2, 3});

        assertEquals("cepstra", voices(MANIFEST));
    }

    @Test
    void theFileIsTheOneThatTheManifestNames() {
        var model = Manifest.shipped().find(InstalledModels.WESPEAKER).orElseThrow();

        assertEquals(List.of(FILE), model.files().stream().map(ModelFile::name).toList());
    }

    private String voices(Manifest manifest) {
        return new SpeakerLabelsFactory().labels(InstalledModels.in(folder, manifest)).voices();
    }

    private void install(byte[] model) throws IOException {
        var to = Files.createDirectories(folder.resolve(InstalledModels.WESPEAKER));
        Files.write(to.resolve(FILE), model);
    }
}
