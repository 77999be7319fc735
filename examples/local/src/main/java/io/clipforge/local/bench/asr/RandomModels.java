package io.clipforge.local.bench.asr;

import io.clipforge.local.bench.processes.PeerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whisper's shapes with random weights, in the files of each engine. They stay from run to run. */
public record RandomModels(PeerFolder home) {
    private static final String PIP = "venv/bin/pip";
    private static final String PYTHON = "venv/bin/python";
    private static final String MODELS = "models";

    /** What of a shape is made last. */
    private static final String LAST = "ctranslate2-int8";

    /** Fetches the libraries that make them, about 7 GB, for PyTorch brings CUDA. */
    public static RandomModels prepare() throws IOException, InterruptedException {
        var folder = PeerFolder.of("asr");
        if (Files.notExists(folder.path().resolve(PIP))) {
            folder.run("python3", "-m", "venv", "venv");
        }
        folder.fetch("requirements.txt", PIP, "install", "--quiet", "-r", "requirements.txt");
        return new RandomModels(folder);
    }

    /** Makes the models of these shapes, unless they are there. */
    public void make(List<String> shapes) throws IOException, InterruptedException {
        for (var shape : shapes) {
            if (Files.notExists(of(shape, LAST))) {
                home.run(PYTHON, "models.py", MODELS, shape);
            }
        }
    }

    /**
     * The folder of a model that was made.
     *
     * @param shape such as {@code tiny}
     * @param files whose, and how exact, such as {@code onnx-float32}
     */
    public Path of(String shape, String files) {
        return folder().resolve(MODELS).resolve(shape).resolve(files);
    }

    Path folder() {
        return home.path();
    }

    Path python() {
        return folder().resolve(PYTHON);
    }
}
