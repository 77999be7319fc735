package io.clipforge.local.bench.shots;

import io.clipforge.local.bench.processes.PeerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * PySceneDetect with the defaults of a detector. The time counts from opening a film, not from the
 * start of Python.
 *
 * @param detector {@code adaptive} or {@code content}
 */
record SceneDetect(PeerFolder folder, String detector) implements Detector {
    private static final String PIP = "venv/bin/pip";

    /** Both of its usual detectors. */
    static List<SceneDetect> prepare() throws IOException, InterruptedException {
        var folder = PeerFolder.of("shots-pyscenedetect");
        if (Files.notExists(folder.path().resolve(PIP))) {
            folder.run("python3", "-m", "venv", "venv");
        }
        folder.fetch("requirements.txt", PIP, "install", "--quiet", "-r", "requirements.txt");
        return List.of(new SceneDetect(folder, "adaptive"), new SceneDetect(folder, "content"));
    }

    @Override
    public String name() {
        return "PySceneDetect (" + detector + ")";
    }

    @Override
    public List<Finding> detect(List<Film> films) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("venv/bin/python", "detect.py", detector));
        films.forEach(it -> command.add(it.file().toString()));
        return folder.run(command.toArray(String[]::new)).lines().map(SceneDetect::read).toList();
    }

    private static Finding read(String line) {
        var numbers = Arrays.stream(line.split(" ", -1)).map(Double::valueOf).toList();
        return new Finding(numbers.getFirst(), numbers.subList(1, numbers.size()));
    }
}
