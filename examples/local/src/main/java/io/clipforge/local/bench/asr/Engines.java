package io.clipforge.local.bench.asr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the engines with the same weights.
 *
 * @param tokens of each window of 30 s
 */
record Engines(RandomModels models, Path sound, int tokens) {
    static final String OURS = "ClipForge";
    private static final String TRANSFORMERS = "transformers";
    private static final String FASTER_WHISPER = "faster-whisper";

    /** Ours is the first. PyTorch has no eight bits that are its own. */
    List<Engine> start(Setting setting) throws IOException {
        var started = new ArrayList<Engine>();
        try {
            started.add(Engine.start(OURS, models.folder(), ours(setting)));
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
                models.folder(),
                List.of(
                        models.python().toString(),
                        models.folder().resolve("engine.py").toString(),
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
        return models.of(setting.shape(), files).toString();
    }
}
