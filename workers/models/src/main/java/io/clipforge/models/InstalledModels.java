package io.clipforge.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The models of a machine: one folder for each in the models folder, named as it is. A model counts
 * as installed when all of its files are there, whether they were pulled or copied by hand.
 */
public final class InstalledModels {
    /** Silero's detector of voice activity, one file: {@code silero_vad.onnx}. */
    public static final String SILERO_VAD = "silero_vad";

    /** YuNet's detector of faces, one file: {@code yunet_n_dynamic.onnx}. */
    public static final String YUNET = "yunet";

    /**
     * WeSpeaker's ResNet34-LM, one file: {@code voxceleb_resnet34_LM.onnx}. Takes {@code feats}, 80
     * bins of log-mel for each 10 ms, and gives {@code embs}, 256 values.
     */
    public static final String WESPEAKER = "wespeaker-voxceleb-resnet34-lm";

    /** Sentences as 384 values: {@code model.onnx}, {@code tokenizer.json}. */
    public static final String MINI_LM = "all-minilm-l6-v2";

    /** Pictures and texts as 512 values: {@code vision_model.onnx}, {@code text_model.onnx}. */
    public static final String CLIP = "clip-vit-b-32";

    private final Path folder;
    private final Manifest manifest;

    private InstalledModels(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * @param folder need not exist
     */
    public static InstalledModels in(Path folder) {
        return in(folder, Manifest.shipped());
    }

    public static InstalledModels in(Path folder, Manifest manifest) {
        return new InstalledModels(folder, manifest);
    }

    /** Where models lie unless someone says otherwise: {@code ~/.clipforge/models}. */
    public static Path usualFolder() {
        return Path.of(System.getProperty("user.home"), ".clipforge", "models");
    }

    public Path folder() {
        return folder;
    }

    /** The folder of a model that is installed. */
    public Optional<Path> find(String name) {
        return manifest.find(name).filter(this::complete).map(this::folderOf);
    }

    /** A file of a model that is installed. */
    public Optional<Path> file(String name, String file) {
        return find(name).map(it -> it.resolve(file));
    }

    /** The best of a kind that is installed and that a machine has the memory for. */
    public Optional<Model> best(ModelKind kind, Machine machine) {
        return manifest.best(kind, it -> it.fits(machine) && complete(it));
    }

    /** Where a model is or would be. */
    public Path folderOf(Model model) {
        return folder.resolve(model.name());
    }

    private boolean complete(Model model) {
        return model.files().stream().allMatch(it -> there(folderOf(model).resolve(it.name()), it));
    }

    private static boolean there(Path path, ModelFile file) {
        try {
            return Files.isRegularFile(path)
                    && (file.bytes() == null || Files.size(path) == file.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
