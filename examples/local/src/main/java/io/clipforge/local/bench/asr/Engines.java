package io.clipforge.local.bench.asr;

import io.clipforge.local.bench.processes.PeerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the engines with the same weights.
 *
 * @param folder with the models, which stay from run to run
 * @param tokens of each window of 30 s
 */
record Engines(PeerFolder folder, Path sound, int tokens) {
    static final String OURS = "ClipForge";
    private static final String TRANSFORMERS = "transformers";
    private static final String FASTER_WHISPER = "faster-whisper";
    private static final String PIP = "venv/bin/pip";
    private static final String PYTHON = "venv/bin/python";
    private static final String MODELS = "models";

    /** What of a shape is made last. */
    private static final String LAST = "ctranslate2-int8";

    /** The libraries of the peers, about 7 GB, for PyTorch brings CUDA. */
    static PeerFolder prepare() throws IOException, InterruptedException {
        var folder = PeerFolder.of("asr");
        if (Files.notExists(folder.path().resolve(PIP))) {
            folder.run("python3", "-m", "venv", "venv");
        }
        folder.fetch("requirements.txt", PIP, "install", "--quiet", "-r", "requirements.txt");
        return folder;
    }

    /** Makes the models of these shapes, unless they are there. */
    void make(List<String> shapes) throws IOException, InterruptedException {
        for (var shape : shapes) {
            if (Files.notExists(folder.path().resolve(MODELS).resolve(shape).resolve(LAST))) {
                folder.run(PYTHON, "models.py", MODELS, shape);
            }
        }
    }

    /** Ours is the first. PyTorch has no eight bits that are its own. */
    List<Engine> start(Setting setting) throws IOException {
        var started = new ArrayList<Engine>();
        try {
            started.add(Engine.start(OURS, folder.path(), ours(setting)));
            if (setting.precision().equals("float32")) {
                started.add(start(TRANSFORMERS, "weights", setting));
            }
            started.add(start(FASTER_WHISPER, "ctranslate2-" + setting.precision(), setting));
            return List.copyOf(started);
        } catch (IOException e) {
            started.forEach(Engine::close);
            throw e;
        }
    }

    private List<String> ours(Setting setting) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                WhisperProcess.class.getName(),
                model(setting, "onnx-" + setting.precision()),
                sound.toString(),
                Integer.toString(setting.threads()),
                Integer.toString(setting.batch()),
                Integer.toString(tokens));
    }

    private Engine start(String engine, String weights, Setting setting) throws IOException {
        return Engine.start(
                engine,
                folder.path(),
                List.of(
                        folder.path().resolve(PYTHON).toString(),
                        folder.path().resolve("engine.py").toString(),
                        engine,
                        model(setting, weights),
                        setting.precision(),
                        sound.toString(),
                        Integer.toString(setting.threads()),
                        Integer.toString(setting.batch()),
                        Integer.toString(tokens),
                        "cpu"));
    }

    private String model(Setting setting, String files) {
        return folder.path().resolve(MODELS).resolve(setting.shape()).resolve(files).toString();
    }
}
